namespace Portal.Features.Standards.Measures;

/// <summary>S09: people in post all of whose jobs are mapped to a level, of everyone in post.</summary>
public sealed class RolesMapped(Headcount headcount) : IMeasure
{
    public string Key => MeasureKeys.RolesMapped;

    public bool NeedsFreshStaffList => true;

    public string NothingToCount(int level) => "Nobody is on the staff list";

    public string Sentence(int numerator, int denominator) => $"{numerator.Of(denominator, "staff")} had every job mapped to a level";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel) =>
        [.. (await headcount.RunAsync(question, cancel)).GroupBy(r => r.AgencyId)
            .Select(a => new Measured(a.Key, 0, a.Sum(r => r.Mapped), a.Sum(r => r.People)))];

    public Task<IQueryable<Id<StaffMember>>?> FailingAsync(Question question, int level, CancellationToken cancel) =>
        Task.FromResult<IQueryable<Id<StaffMember>>?>(headcount.Unmapped(question).Select(n => n.StaffId));

    public string Why(Failing person, Question question) =>
        $"Not mapped to a level: {string.Join(", ", person.Jobs.Where(j => !j.Mapped).Select(j => j.Title))}";
}
