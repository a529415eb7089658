using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>People with a current job within the viewer's reach, one row each: filtered, sorted and paged in the database.</summary>
public sealed class StaffList(PortalDb db, UkClock clock)
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

    public async Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel)
    {
        var framework = await FrameworkAsync(viewer, cancel);
        var people = People(viewer, framework, filter);
        var page = await people.ToPageAsync(filter.Page, await CountAsync(viewer, people, filter, cancel), cancel);
        return new(await RowsAsync(viewer, framework, page.Rows, cancel), page.Number, page.Total);
    }

    /// <summary>How many there are, without who they are.</summary>
    public async Task<int> CountAsync(Viewer viewer, Filter filter, CancellationToken cancel) =>
        await CountAsync(viewer, People(viewer, await FrameworkAsync(viewer, cancel), filter), filter, cancel);

    /// <summary>The same people without pages, for a file.</summary>
    public async IAsyncEnumerable<Row> AllAsync(
        Viewer viewer, Filter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        const int batch = 500;
        var framework = await FrameworkAsync(viewer, cancel);
        // People in one query, so that a change meanwhile drops and doubles nobody; what else is shown of them follows.
        foreach (var people in (await People(viewer, framework, filter).ToListAsync(cancel)).Chunk(batch))
            foreach (var row in await RowsAsync(viewer, framework, people, cancel)) yield return row;
    }

    private async Task<Domain.Framework> FrameworkAsync(Viewer viewer, CancellationToken cancel) =>
        await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel)
            ?? throw new Refused("No framework is in force, so nobody’s need can be told");

    /// <summary>
    /// Without a question about the person, everyone who holds one of the jobs: an index of jobs counts
    /// them in a third of the time.
    /// </summary>
    private Task<int> CountAsync(Viewer viewer, IQueryable<ListedPerson> people, Filter filter, CancellationToken cancel) =>
        filter is { Search: null, Level: null, Standing: null }
            ? Chosen(Posts(viewer, filter), filter).GroupBy(p => p.PartnershipId)
                .Select(jobs => jobs.Select(p => p.StaffId).Distinct().Count()).SingleOrDefaultAsync(cancel)
            : people.CountAsync(cancel);

    private IQueryable<Post> Posts(Viewer viewer, Filter filter) => Current(db.Posts.VisibleTo(viewer), filter);

    /// <summary>
    /// Jobs of people who are within reach already. For whoever reaches the whole partnership it is not named once more: SQLite might
    /// then look for a person's jobs among all of the partnership's, for each person anew.
    /// </summary>
    private IQueryable<Post> PostsOfPeople(Viewer viewer, Filter filter) =>
        Current(viewer.Reach(Permission.ReadStaff) == Reach.Partnership ? db.Posts : db.Posts.VisibleTo(viewer), filter);

    private static bool AsksWhoHasBegun(Filter filter) => filter is { Level: not null } or { Standing: not null and not Show.NotStarted };

    private sealed record Needed
    {
        public Id<StaffMember> StaffId { get; init; }
        public int? Level { get; init; }
    }

    private IQueryable<Needed> Needs(IQueryable<Post> posts, Domain.Framework framework) =>
        from post in posts
        join title in db.JobTitles on post.JobTitleId equals title.Id
        join asked in db.Set<LevelRequirement>() on title.JobRoleId equals asked.JobRoleId
        where asked.FrameworkId == framework.Id
        select new Needed { StaffId = post.StaffId, Level = asked.LevelNumber };

    /// <summary>A level and a standing are asked of jobs that have begun, as every figure does; the list shows those to come too.</summary>
    private IQueryable<Post> Current(IQueryable<Post> visible, Filter filter)
    {
        var posts = AsksWhoHasBegun(filter) ? visible.HeldOn(clock.Today) : visible.CurrentOn(clock.Today);
        return filter.Agency is { } agency ? posts.Where(p => p.AgencyId == agency) : posts;
    }

    private IQueryable<Post> Chosen(IQueryable<Post> posts, Filter filter) =>
        filter.Role is { } role ? posts.Where(p => db.JobTitles.Any(t => t.Id == p.JobTitleId && t.JobRoleId == role)) : posts;

    private IQueryable<ListedPerson> People(Viewer viewer, Domain.Framework framework, Filter filter)
    {
        var posts = PostsOfPeople(viewer, filter);
        var chosen = Chosen(posts, filter);
        var people = db.Staff.AsNoTracking().OfPartnership(viewer);
        // Within the partnership people are already in the order of their names, so a page is found without sorting everyone; those of
        // one agency or team are few, and found by their jobs.
        var isWhole = viewer.Reach(Permission.ReadStaff) == Reach.Partnership && filter.Agency is null;
        people = isWhole
            ? people.Where(s => chosen.Any(p => p.StaffId == s.Id))
            : people.Where(s => chosen.Select(p => p.StaffId).Contains(s.Id));
        if (filter.Search is { } search) people = people.Where(Matching(posts, search));

        var begun = posts.HeldOn(clock.Today);
        var (now, all) = (Needs(begun, framework), Needs(posts, framework));
        // Asked for a level or a standing, the list is of jobs that have begun alone, and nothing has to be asked of others.
        var rows = AsksWhoHasBegun(filter)
            ? people.Select(s => new ListedPerson
            {
                Staff = s, HasBegun = true, Need = all.Where(n => n.StaffId == s.Id).Max(n => n.Level),
                Started = posts.Where(p => p.StaffId == s.Id).Min(p => p.StartedOn),
            })
            : people.Select(s => new ListedPerson
            {
                Staff = s, HasBegun = begun.Any(p => p.StaffId == s.Id),
                Need = now.Where(n => n.StaffId == s.Id).Max(n => n.Level) ?? all.Where(n => n.StaffId == s.Id).Max(n => n.Level),
                Started = posts.Where(p => p.StaffId == s.Id).Min(p => p.StartedOn),
            });
        if (filter.Level is { } level) rows = rows.Where(r => r.Need == level);
        if (filter.Standing is { } standing) rows = rows.Where(Standing(framework, standing));
        return ListedPerson.Sorted(rows, filter, isWhole);
    }

    private static Expression<Func<StaffMember, bool>> Matching(IQueryable<Post> posts, string search)
    {
        var lower = search.ToLowerInvariant();
        return Predicates.Or(
            Predicates.Or(
                NameSearch.For(search).Of((StaffMember s) => s.Name), NameSearch.InAddress(search).Of((StaffMember s) => s.Email)),
            s => posts.Any(p => p.StaffId == s.Id && p.EmployeeNumber!.ToLower() == lower));
    }

    /// <summary>The rule of <see cref="Competence.Standing"/> as a condition: for each level, who needs it and how they hold it.</summary>
    private Expression<Func<ListedPerson, bool>> Standing(Domain.Framework framework, Show show)
    {
        if (show == Show.NotStarted) return r => !r.HasBegun;
        if (show == Show.Unmapped) return r => r.Need == null;
        return framework.Levels.Select(l => l.Number).Select(Of).Aggregate(Predicates.Or);

        Expression<Func<ListedPerson, bool>> Of(int level)
        {
            Expression<Func<ListedPerson, bool>> needs = r => r.Need == level;
            var held = Holding.Holds(db, framework, level, clock.Today).Of((ListedPerson r) => r.Staff.Id);
            var later = Holding.Holds(db, framework, level, clock.Today.AddDays(DueDays)).Of((ListedPerson r) => r.Staff.Id);
            var ever = Holding.EverAnswered(db, framework, level, clock.Today).Of((ListedPerson r) => r.Staff.Id);
            return show switch
            {
                Show.Due => Predicates.And(needs, Predicates.And(held, Predicates.Not(later))),
                Show.Lapsed => Predicates.And(needs, Predicates.And(ever, Predicates.Not(held))),
                Show.Never => Predicates.And(needs, Predicates.Not(ever)),
                _ => Predicates.And(needs, held),
            };
        }
    }

    private async Task<List<Row>> RowsAsync(
        Viewer viewer, Domain.Framework framework, IReadOnlyList<ListedPerson> people, CancellationToken cancel)
    {
        var ids = people.Select(p => p.Staff.Id).ToList();
        var jobs = (await db.Posts.VisibleTo(viewer).CurrentOn(clock.Today).Where(p => ids.Contains(p.StaffId))
            .OrderBy(p => p.StartedOn).ThenBy(p => p.Id)
            .Join(db.JobTitles, p => p.JobTitleId, t => t.Id, (p, t) => new { p, t.Title })
            .Join(db.Agencies, x => x.p.AgencyId, a => a.Id,
                (x, a) => new { x.p.StaffId, Job = new Job(x.Title, a.Name, x.p.EmployeeNumber, x.p.StartedOn) })
            .ToListAsync(cancel)).ToLookup(x => x.StaffId, x => x.Job);
        var held = (await db.TrainingRecords.Where(r => ids.Contains(r.StaffId) && r.State == RecordState.Verified)
            .Select(r => new { r.StaffId, Held = new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn) })
            .ToListAsync(cancel)).ToLookup(x => x.StaffId, x => x.Held);
        return [.. people.Select(p => new Row(p.Staff.Id, p.Staff.Name, p.Staff.Email, [.. jobs[p.Staff.Id]], p.Need,
            framework.Levels.FirstOrDefault(l => l.Number == p.Need)?.Code,
            p.HasBegun ? Competence.Standing(framework, [.. held[p.Staff.Id]], p.Need, clock.Today) : Domain.Standing.NotStarted,
            p is { HasBegun: true, Need: { } need }
                ? Competence.Answering(framework, [.. held[p.Staff.Id]], need, clock.Today)?.LastDay : null))];
    }
}
