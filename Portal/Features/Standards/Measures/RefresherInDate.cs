namespace Portal.Features.Standards.Measures;

/// <summary>S07: people in post whose training for the level they need is in date, of those who ever held it.</summary>
public sealed class RefresherInDate(Headcount headcount) : IMeasure
{
    public string Key => MeasureKeys.RefresherInDate;

    public bool NeedsFreshStaffList => true;

    public string NothingToCount(int level) => "Nobody has been trained at the level they need";

    public string Sentence(int numerator, int denominator) => $"{numerator.Of(denominator, "staff once trained")} were in date";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel) =>
        [.. (await headcount.RunAsync(question, cancel)).GroupBy(r => r.AgencyId)
            .Select(a => new Measured(a.Key, 0, a.Sum(r => r.InDate), a.Sum(r => r.EverHeld)))];

    public Task<IQueryable<Id<StaffMember>>?> FailingAsync(Question question, int level, CancellationToken cancel) =>
        Task.FromResult<IQueryable<Id<StaffMember>>?>(headcount.Lapsed(question).Select(n => n.StaffId));

    public string Why(Failing person, Question question) => Headcount.Standing(person, question);
}
