using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Staff.People;

/// <summary>Who is in a staff list, and in which order: ids alone, for what else a list shows is asked of the page in hand.</summary>
/// <remarks>
/// In the order of names a page is found without the others. Every other order, and every question about a person, has to look at
/// everyone: so all ids are taken at once, jobs and records are each read once, and they are put together here, because a database that
/// knows nothing of its rows may read either anew for each person. For whoever reaches the whole partnership the ids are kept while
/// nothing changes that they rest on.
/// </remarks>
public sealed class StaffOrder(PortalDb db, KeptAnswers kept, UkClock clock)
{
    private const int IdsInARow = 256;

    private sealed record Key(Id<Partnership> PartnershipId, StaffList.Filter Filter);

    /// <summary>People, their jobs, what these stand for and training raise the version; a published framework never changes.</summary>
    private sealed record Sign(long StaffList, Id<Domain.Framework> Framework, DateOnly Day);

    private sealed record Ids(IReadOnlyList<Id<StaffMember>> Of);

    public async Task<Page<Id<StaffMember>>> RunAsync(
        Viewer viewer, Domain.Framework framework, StaffList.Filter filter, CancellationToken cancel)
    {
        if (filter.Sort == StaffList.Sort.Name && !AsksOfAPerson(filter))
            return await People(viewer, filter).ToPageAsync(filter.Page, await CountJobsAsync(viewer, filter, cancel), cancel);
        return Page<Id<StaffMember>>.Of(await AllAsync(viewer, framework, filter, cancel), filter.Page);
    }

    public async Task<int> CountAsync(Viewer viewer, Domain.Framework framework, StaffList.Filter filter, CancellationToken cancel) =>
        !AsksOfAPerson(filter) ? await CountJobsAsync(viewer, filter, cancel)
            : (await AllAsync(viewer, framework, filter, cancel)).Count;

    /// <summary>Everyone by one query, so that a change meanwhile drops and doubles nobody.</summary>
    public async Task<IReadOnlyList<Id<StaffMember>>> AllAsync(
        Viewer viewer, Domain.Framework framework, StaffList.Filter filter, CancellationToken cancel)
    {
        // What somebody typed is not kept: it may be a name.
        if (!IsWhole(viewer) || filter.Search is not null) return await FindAsync(viewer, framework, filter, cancel);
        var key = new Key(viewer.PartnershipId, filter with { Page = 1 });
        var sign = new Sign(await db.StaffListVersionAsync(viewer.PartnershipId, cancel), framework.Id, clock.Today);
        if (kept.Find<Ids>(key, sign) is { } found) return found.Of;
        var ids = await FindAsync(viewer, framework, filter, cancel);
        return kept.Keep(key, sign, new Ids(ids), ids.Count / IdsInARow).Of;
    }

    /// <summary>
    /// The jobs that a list counts. A level and a standing are asked of jobs that have begun, as every figure does; the list shows those
    /// to come too.
    /// </summary>
    public IQueryable<Post> Posts(Viewer viewer, StaffList.Filter filter) => Counted(db.Posts.VisibleTo(viewer), filter);

    private static bool AsksOfAPerson(StaffList.Filter filter) => filter is not { Search: null, Level: null, Standing: null };

    private static bool AsksOfJobs(StaffList.Filter filter) =>
        filter is not { Level: null, Standing: null } || filter.Sort is StaffList.Sort.Level or StaffList.Sort.Started;

    private static bool IsWhole(Viewer viewer) => viewer.Reach(Permission.ReadStaff) == Reach.Partnership;

    /// <summary>
    /// Without a question about the person, everyone who holds one of the jobs: an index of jobs counts them in a third of the time.
    /// </summary>
    private Task<int> CountJobsAsync(Viewer viewer, StaffList.Filter filter, CancellationToken cancel) =>
        Chosen(Posts(viewer, filter), filter).GroupBy(p => p.PartnershipId)
            .Select(jobs => jobs.Select(p => p.StaffId).Distinct().Count()).SingleOrDefaultAsync(cancel);

    private IQueryable<Post> Counted(IQueryable<Post> visible, StaffList.Filter filter)
    {
        var hasBegun = filter is { Level: not null } or { Standing: not null and not StaffList.Show.NotStarted };
        var posts = hasBegun ? visible.HeldOn(clock.Today) : visible.CurrentOn(clock.Today);
        return filter.Agency is { } agency ? posts.Where(p => p.AgencyId == agency) : posts;
    }

    private IQueryable<Post> Chosen(IQueryable<Post> posts, StaffList.Filter filter) =>
        filter.Role is { } role ? posts.Where(p => db.JobTitles.Any(t => t.Id == p.JobTitleId && t.JobRoleId == role)) : posts;

    private async Task<IReadOnlyList<Id<StaffMember>>> FindAsync(
        Viewer viewer, Domain.Framework framework, StaffList.Filter filter, CancellationToken cancel)
    {
        var ids = await People(viewer, filter).ToListAsync(cancel);
        if (!AsksOfJobs(filter)) return ids;
        var posts = Posts(viewer, filter);
        var jobs = await JobsOfPerson.Of(db, framework, posts, clock.Today).ToDictionaryAsync(j => j.StaffId, cancel);
        var found = ids.Where(jobs.ContainsKey).Select(id => jobs[id]);
        if (filter.Level is { } level) found = found.Where(j => j.Need == level);
        found = filter.Standing switch
        {
            null => found,
            StaffList.Show.NotStarted => found.Where(j => j.HasBegun == 0),
            StaffList.Show.Unmapped => found.Where(j => j.Need == null),
            { } standing => await StandingAsync(framework, standing, found, posts.Select(p => p.StaffId), cancel),
        };
        // Who is alike stays in the order of names.
        found = (filter.Sort, filter.Descending) switch
        {
            (StaffList.Sort.Level, false) => found.OrderBy(j => j.Need),
            (StaffList.Sort.Level, true) => found.OrderByDescending(j => j.Need),
            (StaffList.Sort.Started, false) => found.OrderBy(j => j.Started),
            (StaffList.Sort.Started, true) => found.OrderByDescending(j => j.Started),
            _ => found,
        };
        return [.. found.Select(j => j.StaffId)];
    }

    private IQueryable<Id<StaffMember>> People(Viewer viewer, StaffList.Filter filter)
    {
        // Of people who are within reach already. For whoever reaches the whole partnership it is not named once more: SQLite might then
        // look for a person's jobs among all of the partnership's, for each person anew.
        var posts = Counted(IsWhole(viewer) ? db.Posts : db.Posts.VisibleTo(viewer), filter);
        var chosen = Chosen(posts, filter);
        var people = db.Staff.OfPartnership(viewer);
        // Within the partnership people are already in the order of their names, so a page is found without sorting everyone; those of
        // one agency or team are few, and found by their jobs.
        var isWhole = IsWhole(viewer) && filter.Agency is null;
        people = isWhole
            ? people.Where(s => chosen.Any(p => p.StaffId == s.Id))
            : people.Where(s => chosen.Select(p => p.StaffId).Contains(s.Id));
        if (filter.Search is { } search) people = people.Where(Matching(posts, search));
        return Sorted(people, filter, isWhole).ThenBy(s => s.Id).Select(s => s.Id);
    }

    private static Expression<Func<StaffMember, bool>> Matching(IQueryable<Post> posts, string search)
    {
        var lower = search.ToLowerInvariant();
        return Predicates.Or(
            Predicates.Or(
                NameSearch.For(search).Of((StaffMember s) => s.Name), NameSearch.InAddress(search).Of((StaffMember s) => s.Email)),
            s => posts.Any(p => p.StaffId == s.Id && p.EmployeeNumber!.ToLower() == lower));
    }

    /// <summary>The rule of <see cref="Competence.Standing"/>, by the bits of everyone's records.</summary>
    private async Task<IEnumerable<JobsOfPerson>> StandingAsync(Domain.Framework framework, StaffList.Show show,
        IEnumerable<JobsOfPerson> people, IQueryable<Id<StaffMember>> staff, CancellationToken cancel)
    {
        Task<Dictionary<Id<StaffMember>, Trained>> OnAsync(DateOnly day) =>
            Trained.On(db, framework, staff, day).ToDictionaryAsync(t => t.StaffId, cancel);
        var (none, now) = (new Trained(), await OnAsync(clock.Today));
        var later = show == StaffList.Show.Due ? await OnAsync(clock.Today.AddDays(StaffList.DueDays)) : [];
        var rule = new Trained.Rule(framework);
        return people.Where(p => p.Need is { } need && IsSo(need, now.GetValueOrDefault(p.StaffId, none), p.StaffId));

        bool IsSo(int need, Trained records, Id<StaffMember> id) => show switch
        {
            StaffList.Show.Due => rule.Holds(records, need) && !rule.Holds(later.GetValueOrDefault(id, none), need),
            StaffList.Show.Lapsed => rule.EverAnswered(records, need) && !rule.Holds(records, need),
            StaffList.Show.Never => !rule.EverAnswered(records, need),
            _ => rule.Holds(records, need),
        };
    }

    private static IOrderedQueryable<StaffMember> Sorted(IQueryable<StaffMember> people, StaffList.Filter filter, bool isWhole)
    {
        // The whole partnership is read in the order of an index, a page at a time; whoever looks for surnames there waits for a sort.
        Expression<Func<StaffMember, string>> name = isWhole ? s => s.Name : s => NameSearch.Folded(s.Name);
        Expression<Func<StaffMember, string>> surname = s => NameSearch.BySurname(s.Name);
        return (filter.Sort, filter.Descending) switch
        {
            (StaffList.Sort.Surname, false) => people.OrderBy(surname).ThenBy(s => s.Name),
            (StaffList.Sort.Surname, true) => people.OrderByDescending(surname).ThenBy(s => s.Name),
            (StaffList.Sort.Name, true) => people.OrderByDescending(name),
            _ => people.OrderBy(name),
        };
    }
}
