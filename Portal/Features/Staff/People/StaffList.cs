using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>People with a current job within the viewer's reach, one row each: filtered, sorted and paged in the database.</summary>
public sealed class StaffList(PortalDb db, StaffOrder order, UkClock clock)
{
    /// <summary>Due: at level today, and no longer so in 90 days unless they train again.</summary>
    public enum Show { AtLevel, Due, Lapsed, Never, Unmapped, NotStarted }

    public static string Words(Show show) => show switch
    {
        Show.AtLevel => "At level",
        Show.Due => $"At level, due within {DueDays} days",
        Show.Lapsed => "Lapsed",
        Show.Never => "Not yet held",
        Show.Unmapped => "Level not known",
        Show.NotStarted => "Not started yet",
    };

    public enum Sort { Name, Surname, Level, Started }

    public sealed record Filter(
        string? Search = null, Id<Agency>? Agency = null, Id<JobRole>? Role = null, int? Level = null, Show? Standing = null,
        Sort Sort = Sort.Name, bool Descending = false, int Page = 1);

    public sealed record Job(string Title, string Agency, string? EmployeeNumber, DateOnly? StartedOn);

    /// <summary>
    /// Need: of the jobs begun, and where there are none, of those to come. Until: the last day on which it is met; null while it is
    /// not, or when it does not lapse.
    /// </summary>
    public sealed record Row(
        Id<StaffMember> Id, string Name, string? Email, IReadOnlyList<Job> Jobs, int? Need, string? NeedCode, Standing Standing,
        DateOnly? Until);

    public const int DueDays = 90;

    private const int Few = 1000;

    public async Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel)
    {
        var framework = await FrameworkAsync(viewer, cancel);
        var page = await order.RunAsync(viewer, framework, filter, cancel);
        return new(await RowsAsync(viewer, framework, filter, page.Rows, cancel), page.Number, page.Total);
    }

    /// <summary>How many there are, without who they are.</summary>
    public async Task<int> CountAsync(Viewer viewer, Filter filter, CancellationToken cancel) =>
        await order.CountAsync(viewer, await FrameworkAsync(viewer, cancel), filter, cancel);

    /// <summary>The same people without pages, for a file.</summary>
    public async IAsyncEnumerable<Row> AllAsync(
        Viewer viewer, Filter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var framework = await FrameworkAsync(viewer, cancel);
        var ids = await order.AllAsync(viewer, framework, filter, cancel);
        foreach (var row in await RowsAsync(viewer, framework, filter, ids, cancel)) yield return row;
    }

    private async Task<Domain.Framework> FrameworkAsync(Viewer viewer, CancellationToken cancel) =>
        await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel)
            ?? throw new Refused("No framework is in force, so nobody’s need can be told");

    private async Task<List<Row>> RowsAsync(
        Viewer viewer, Domain.Framework framework, Filter filter, IReadOnlyList<Id<StaffMember>> ids, CancellationToken cancel)
    {
        // Of very many, all within reach is read once and put together here: their ids would take longer to send.
        var areFew = ids.Count <= Few;
        var (counted, shown) = (order.Posts(viewer, filter), db.Posts.VisibleTo(viewer).CurrentOn(clock.Today));
        var records = db.TrainingRecords.OfPartnership(viewer).Where(r => r.State == RecordState.Verified);
        if (areFew)
            (counted, shown, records) = (counted.Where(p => ids.Contains(p.StaffId)), shown.Where(p => ids.Contains(p.StaffId)),
                records.Where(r => ids.Contains(r.StaffId)));
        var people = await (
            from asked in JobsOfPerson.Of(db, framework, counted, clock.Today)
            join person in db.Staff on asked.StaffId equals person.Id
            select new { person.Id, person.Name, person.Email, asked.HasBegun, asked.Need }).ToDictionaryAsync(p => p.Id, cancel);
        var jobs = (await shown.OrderBy(p => p.StartedOn).ThenBy(p => p.Id)
            .Join(db.JobTitles, p => p.JobTitleId, t => t.Id, (p, t) => new { p, t.Title })
            .Join(db.Agencies, x => x.p.AgencyId, a => a.Id,
                (x, a) => new { x.p.StaffId, Job = new Job(x.Title, a.Name, x.p.EmployeeNumber, x.p.StartedOn) })
            .ToListAsync(cancel)).ToLookup(x => x.StaffId, x => x.Job);
        var held = (await records.Select(r => new { r.StaffId, Held = new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn) })
            .ToListAsync(cancel)).ToLookup(x => x.StaffId, x => x.Held);
        // Whoever left between the two looks is in the list no more.
        return [.. ids.Where(people.ContainsKey).Select(id =>
        {
            var (person, theirs) = (people[id], held[id].ToList());
            return new Row(
                id, person.Name, person.Email, [.. jobs[id]], person.Need,
                framework.Levels.FirstOrDefault(l => l.Number == person.Need)?.Code,
                person.HasBegun == 1 ? Competence.Standing(framework, theirs, person.Need, clock.Today) : Domain.Standing.NotStarted,
                person is { HasBegun: 1, Need: { } need } ? Competence.Answering(framework, theirs, need, clock.Today)?.LastDay : null);
        })];
    }
}
