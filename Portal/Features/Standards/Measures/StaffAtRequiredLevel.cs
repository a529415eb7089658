namespace Portal.Features.Standards.Measures;

/// <summary>S06: for each level, people in post who need it and hold it in date, of all who need it.</summary>
public sealed class StaffAtRequiredLevel(Headcount headcount) : IMeasure
{
    public string Key => MeasureKeys.StaffAtRequiredLevel;

    public bool NeedsFreshStaffList => true;

    public string NothingToCount(int level) => "Nobody’s job needs this level";

    public string Sentence(int numerator, int denominator) => $"{numerator.Of(denominator, "staff")} were at their required level";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel) =>
        [.. (await headcount.RunAsync(question, cancel)).Where(r => r.Level is not null)
            .Select(r => new Measured(r.AgencyId, r.Level!.Value, r.InDate, r.People))];

    public Task<IQueryable<Id<StaffMember>>?> FailingAsync(Question question, int level, CancellationToken cancel) =>
        Task.FromResult<IQueryable<Id<StaffMember>>?>(headcount.NotHolding(question).Where(n => n.Level == level).Select(n => n.StaffId));

    public string Why(Failing person, Question question) => Headcount.Standing(person, question);
}
