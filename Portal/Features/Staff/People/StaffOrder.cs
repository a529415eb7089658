using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Staff.People;

/// <summary>Who is in a staff list, and in which order: ids alone, for what else a list shows is asked of the page in hand.</summary>
/// <remarks>
/// In the order of names a page is found without the others. Every other order, and every question about a person, has to look at
/// everyone: so all ids are taken at once, which costs no more than counting them, and for whoever reaches the whole partnership they
/// are kept while nothing changes that they rest on.
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
            return await People(viewer, framework, filter).ToPageAsync(filter.Page, await CountJobsAsync(viewer, filter, cancel), cancel);
        return Page<Id<StaffMember>>.Of(await AllAsync(viewer, framework, filter, cancel), filter.Page);
    }

    public async Task<int> CountAsync(Viewer viewer, Domain.Framework framework, StaffList.Filter filter, CancellationToken cancel) =>
        !AsksOfAPerson(filter) ? await CountJobsAsync(viewer, filter, cancel)
            : await People(viewer, framework, filter).CountAsync(cancel);

    /// <summary>In one query, so that a change meanwhile drops and doubles nobody.</summary>
    public async Task<IReadOnlyList<Id<StaffMember>>> AllAsync(
        Viewer viewer, Domain.Framework framework, StaffList.Filter filter, CancellationToken cancel)
    {
        // What somebody typed is not kept: it may be a name.
        if (!IsWhole(viewer) || filter.Search is not null) return await People(viewer, framework, filter).ToListAsync(cancel);
        var key = new Key(viewer.PartnershipId, filter with { Page = 1 });
        var sign = new Sign(await db.StaffListVersionAsync(viewer.PartnershipId, cancel), framework.Id, clock.Today);
        if (kept.Find<Ids>(key, sign) is { } found) return found.Of;
        var ids = await People(viewer, framework, filter).ToListAsync(cancel);
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

    private IQueryable<Id<StaffMember>> People(Viewer viewer, Domain.Framework framework, StaffList.Filter filter)
    {
        // Of people who are within reach already. For whoever reaches the whole partnership it is not named once more: SQLite might then
        // look for a person's jobs among all of the partnership's, for each person anew.
        var posts = Counted(IsWhole(viewer) ? db.Posts : db.Posts.VisibleTo(viewer), filter);
        var chosen = Chosen(posts, filter);
        var people = db.Staff.OfPartnership(viewer);
        // Within the partnership people are already in the order of their names, so a page is found without sorting everyone; those of
        // one agency or team are few, and found by their jobs.
        var isWhole = IsWhole(viewer) && filter.Agency is null;
        if (filter.Role is not null || !AsksOfJobs(filter))
            people = isWhole
                ? people.Where(s => chosen.Any(p => p.StaffId == s.Id))
                : people.Where(s => chosen.Select(p => p.StaffId).Contains(s.Id));
        if (filter.Search is { } search) people = people.Where(Matching(posts, search));
        var rows = AsksOfJobs(filter)
            ? WithJobs(framework, people, Posts(viewer, filter), filter)
            : people.Select(s => new Person { Staff = s });
        return Sorted(rows, filter, isWhole);
    }

    private static Expression<Func<StaffMember, bool>> Matching(IQueryable<Post> posts, string search)
    {
        var lower = search.ToLowerInvariant();
        return Predicates.Or(
            Predicates.Or(
                NameSearch.For(search).Of((StaffMember s) => s.Name), NameSearch.InAddress(search).Of((StaffMember s) => s.Email)),
            s => posts.Any(p => p.StaffId == s.Id && p.EmployeeNumber!.ToLower() == lower));
    }

    /// <summary>Jobs and records are each read once and put beside the people, not looked for person by person.</summary>
    private IQueryable<Person> WithJobs(
        Domain.Framework framework, IQueryable<StaffMember> people, IQueryable<Post> posts, StaffList.Filter filter)
    {
        var rows = from person in people
                   join jobs in JobsOfPerson.Of(db, framework, posts, clock.Today) on person.Id equals jobs.StaffId
                   select new Person { Staff = person, HasBegun = jobs.HasBegun, Need = jobs.Need, Started = jobs.Started };
        if (filter.Level is { } level) rows = rows.Where(r => r.Need == level);
        if (filter.Standing is not { } standing) return rows;
        if (standing == StaffList.Show.NotStarted) return rows.Where(r => r.HasBegun == 0);
        if (standing == StaffList.Show.Unmapped) return rows.Where(r => r.Need == null);
        var staff = posts.Select(p => p.StaffId);
        rows = WithRecords(framework, rows, staff);
        if (standing == StaffList.Show.Due) rows = WithRecordsToCome(framework, rows, staff);
        return rows.Where(Standing(framework, standing));
    }

    private IQueryable<Person> WithRecords(Domain.Framework framework, IQueryable<Person> rows, IQueryable<Id<StaffMember>> staff) =>
        from row in rows
        join records in Trained.On(db, framework, staff, clock.Today) on row.Staff.Id equals records.StaffId into all
        from records in all.DefaultIfEmpty()
        select new Person
        {
            Staff = row.Staff, Need = row.Need, Started = row.Started, Ever = (int?)records!.Ever ?? 0, InDate = (int?)records!.InDate ?? 0,
        };

    private IQueryable<Person> WithRecordsToCome(Domain.Framework framework, IQueryable<Person> rows, IQueryable<Id<StaffMember>> staff) =>
        from row in rows
        join records in Trained.On(db, framework, staff, clock.Today.AddDays(StaffList.DueDays)) on row.Staff.Id equals records.StaffId
            into all
        from records in all.DefaultIfEmpty()
        select new Person
        {
            Staff = row.Staff, Need = row.Need, Started = row.Started, Ever = row.Ever, InDate = row.InDate,
            EverLater = (int?)records!.Ever ?? 0, InDateLater = (int?)records!.InDate ?? 0,
        };

    /// <summary>The rule of <see cref="Competence.Standing"/> as a condition: for each level, who needs it and how they hold it.</summary>
    private static Expression<Func<Person, bool>> Standing(Domain.Framework framework, StaffList.Show show)
    {
        return framework.Levels.Select(l => l.Number).Select(Of).Aggregate(Predicates.Or);

        Expression<Func<Person, bool>> Of(int level)
        {
            var held = Trained.Holds<Person>(framework, level, p => p.Ever, p => p.InDate);
            var later = Trained.Holds<Person>(framework, level, p => p.EverLater, p => p.InDateLater);
            var ever = Trained.EverAnswered<Person>(framework, level, p => p.Ever);
            return Predicates.And(r => r.Need == level, show switch
            {
                StaffList.Show.Due => Predicates.And(held, Predicates.Not(later)),
                StaffList.Show.Lapsed => Predicates.And(ever, Predicates.Not(held)),
                StaffList.Show.Never => Predicates.Not(ever),
                _ => held,
            });
        }
    }

    private static IQueryable<Id<StaffMember>> Sorted(IQueryable<Person> rows, StaffList.Filter filter, bool isWhole)
    {
        // The whole partnership is read in the order of an index, a page at a time; whoever looks for surnames there waits for a sort.
        Expression<Func<Person, string>> name = isWhole ? r => r.Staff.Name : r => NameSearch.Folded(r.Staff.Name);
        Expression<Func<Person, string>> surname = r => NameSearch.BySurname(r.Staff.Name);
        var sorted = (filter.Sort, filter.Descending) switch
        {
            (StaffList.Sort.Level, false) => rows.OrderBy(r => r.Need).ThenBy(name),
            (StaffList.Sort.Level, true) => rows.OrderByDescending(r => r.Need).ThenBy(name),
            (StaffList.Sort.Started, false) => rows.OrderBy(r => r.Started).ThenBy(name),
            (StaffList.Sort.Started, true) => rows.OrderByDescending(r => r.Started).ThenBy(name),
            (StaffList.Sort.Surname, false) => rows.OrderBy(surname).ThenBy(r => r.Staff.Name),
            (StaffList.Sort.Surname, true) => rows.OrderByDescending(surname).ThenBy(r => r.Staff.Name),
            (_, true) => rows.OrderByDescending(name),
            _ => rows.OrderBy(name),
        };
        return sorted.ThenBy(r => r.Staff.Id).Select(r => r.Staff.Id);
    }

    /// <summary>Someone of the list while the database filters and sorts; what is not asked for stays empty.</summary>
    private sealed class Person
    {
        public required StaffMember Staff { get; init; }
        public int HasBegun { get; init; }
        public int? Need { get; init; }
        public DateOnly? Started { get; init; }
        public int Ever { get; init; }
        public int InDate { get; init; }
        public int EverLater { get; init; }
        public int InDateLater { get; init; }
    }
}
