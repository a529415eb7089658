using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Colleagues;

/// <summary>
/// Whom a date would help, of the people at an agency for whom the viewer books and who are not on it: the most urgent first. Sorted and
/// paged in the database.
/// </summary>
public sealed class ColleaguesToTrain(PortalDb db, Eligibility eligibility, UkClock clock)
{
    /// <param name="Everyone">Also those who need nothing that the course leads to.</param>
    /// <param name="Only">These people alone, whatever they need; null for all.</param>
    public sealed record Filter(
        string? Search = null, bool Everyone = false, int Page = 1, IReadOnlyCollection<Id<StaffMember>>? Only = null);

    /// <param name="Why">What they need it for: "Level 2 never held".</param>
    /// <param name="WhyNot">Why they cannot have a place; null when they can.</param>
    public sealed record Row(Id<StaffMember> Id, string Name, string Jobs, string Why, string? WhyNot);

    internal static readonly BookingState[] OnTheDate = [.. Enum.GetValues<BookingState>().Where(s => s.IsLive() || s.IsMark())];

    public async Task<Page<Row>> RunAsync(Viewer viewer, CourseRun run, Id<Agency> agency, Filter filter, CancellationToken cancel)
    {
        if (await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel) is not { } framework) return new([], 1, 0);
        var covered = await db.Set<CoveredLevel>().Where(l => l.CourseId == run.CourseId && l.Framework == framework.Code)
            .Select(l => l.LevelNumber).ToListAsync(cancel);
        var urgency = new Urgency(db, framework, [.. covered.Where(n => framework.Levels.Any(l => l.Number == n))], run, clock.Today);
        var posts = db.Posts.BookedForBy(viewer, agency, clock.Today);
        var people = Matching(People(framework, posts, run), filter);
        if (filter is { Everyone: false, Only: null }) people = people.Where(urgency.Needs);
        var page = await people.OrderBy(urgency.Rank).ThenBy(p => p.Last).ThenBy(p => p.Started == null).ThenBy(p => p.Started)
            .ThenBy(p => p.Staff.Name).ThenBy(p => p.Staff.Id).ToPageAsync(filter.Page, cancel);
        return new(await RowsAsync(run, agency, framework, posts, page.Rows, cancel), page.Number, page.Total);
    }

    private IQueryable<Urgency.Person> People(Domain.Framework framework, IQueryable<Post> posts, CourseRun run)
    {
        var ladder = framework.IsLadder;
        return from need in Need.Of(db, framework.Id, posts)
               join person in db.Staff.AsNoTracking() on need.StaffId equals person.Id
               where !db.Bookings.Any(b => b.RunId == run.Id && b.StaffId == person.Id && OnTheDate.Contains(b.State))
               select new Urgency.Person
               {
                   Staff = person, Need = need.Level, Started = need.StartedOn,
                   Last = db.TrainingRecords.Where(r => r.StaffId == person.Id && r.State == RecordState.Verified
                       && (r.LevelNumber == need.Level || (ladder && r.LevelNumber > need.Level))).Max(r => (DateOnly?)r.AchievedOn),
               };
    }

    private static IQueryable<Urgency.Person> Matching(IQueryable<Urgency.Person> people, Filter filter)
    {
        if (filter.Only is { } only) people = people.Where(p => only.Contains(p.Staff.Id));
        if (filter.Search is not { } search) return people;
        return people.Where(Predicates.Or(
            NameSearch.For(search).Of((Urgency.Person p) => p.Staff.Name),
            NameSearch.InAddress(search).Of((Urgency.Person p) => p.Staff.Email)));
    }

    private async Task<List<Row>> RowsAsync(
        CourseRun run, Id<Agency> agency, Domain.Framework framework, IQueryable<Post> posts, IReadOnlyList<Urgency.Person> people,
        CancellationToken cancel)
    {
        var ids = people.Select(p => p.Staff.Id).ToList();
        var whyNot = await eligibility.RunAsync(run, ids.ConvertAll(id => new Eligibility.Person(id, agency)), cancel);
        var jobs = (await posts.Where(p => ids.Contains(p.StaffId)).OrderBy(p => p.Id)
            .Join(db.JobTitles, p => p.JobTitleId, t => t.Id, (p, t) => new { p.StaffId, t.Title }).ToListAsync(cancel))
            .ToLookup(j => j.StaffId, j => j.Title);
        var held = (await db.TrainingRecords.Where(r => ids.Contains(r.StaffId) && r.State == RecordState.Verified)
            .Select(r => new { r.StaffId, r.LevelNumber, r.AchievedOn, r.EndsOn }).ToListAsync(cancel))
            .ToLookup(r => r.StaffId, r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn));
        return [.. people.Select(p => new Row(
            p.Staff.Id, p.Staff.Name, string.Join(", ", jobs[p.Staff.Id].Distinct()), Why(framework, p, [.. held[p.Staff.Id]]),
            whyNot.GetValueOrDefault(new(p.Staff.Id, agency))))];
    }

    private string Why(Domain.Framework framework, Urgency.Person person, IReadOnlyCollection<Competence.Held> held)
    {
        if (person.Need is not { } need || framework.Levels.FirstOrDefault(l => l.Number == need) is not { } level)
            return "Job not mapped to a level";
        if (Competence.Answering(framework, held, need, clock.Today) is { } answer)
            return answer.LastDay is not { } last ? $"Level {level.Code} held, and does not lapse"
                : $"Level {level.Code} held until {Words.Day(last)}";
        if (Competence.LastAnswered(framework, held, need, clock.Today) is { } once)
            return once.LastDay < clock.Today ? $"Level {level.Code} lapsed on {Words.Day(once.LastDay.Value)}"
                : $"Level {level.Code} does not count until the levels below it are held";
        return $"Level {level.Code} never held{(person.Started is { } started ? $", started {Words.Day(started)}" : "")}";
    }
}
