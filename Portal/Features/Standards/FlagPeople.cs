using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Standards.Measures;

namespace Portal.Features.Standards;

/// <summary>Who keeps an agency from meeting a standard, and why, a page at a time.</summary>
public sealed class FlagPeople(PortalDb db)
{
    public sealed record Person(Id<StaffMember> Id, string Name, string Jobs, string Why);

    /// <param name="Turns">The standard turns on people.</param>
    /// <param name="People">Null when it does not, and for those who may not see names.</param>
    public sealed record Found(bool Turns, Page<Person>? People)
    {
        public static readonly Found Nobody = new(false, null);

        /// <summary>Everyone, to be printed below a page of them; null when the page has all, or they are too many for paper.</summary>
        public IReadOnlyList<Person>? OnPaper { get; init; }
    }

    /// <summary>About ten sheets.</summary>
    private const int MostOnPaper = 300;

    private sealed record Job(string Title, DateOnly? StartedOn, int? Level);

    /// <param name="page">Null for everyone at once, as a file has them.</param>
    public async Task<Found> RunAsync(Viewer viewer, IMeasure measure, Question question, Flag flag, int? page, CancellationToken cancel)
    {
        if (await measure.FailingAsync(question, flag.Level, cancel) is not { } failing) return Found.Nobody;
        if (!viewer.May(Permission.ReadStaff, flag.AgencyId)) return new(true, null);
        var found = await PageAsync(failing, measure, question, page, cancel);
        return new(true, found)
        {
            OnPaper = found.Total > found.Rows.Count && found.Total <= MostOnPaper
                ? (await PageAsync(failing, measure, question, null, cancel)).Rows : null,
        };
    }

    private async Task<Page<Person>> PageAsync(
        IQueryable<Id<StaffMember>> failing, IMeasure measure, Question question, int? number, CancellationToken cancel)
    {
        var all = db.Staff.AsNoTracking().Where(s => failing.Contains(s.Id))
            .OrderBy(s => NameSearch.Folded(s.Name)).ThenBy(s => s.Id).Select(s => new { s.Id, s.Name, s.Email });
        var found = await (number is { } wanted ? all.ToPageAsync(wanted, cancel) : all.ToOnePageAsync(cancel));
        var ids = found.Rows.Select(s => s.Id).ToList();
        var (jobs, held) = (await JobsAsync(question, ids, cancel), await HeldAsync(ids, cancel));
        var people =
            from staff in found.Rows
            let person = new Failing(
                Id: staff.Id,
                Name: staff.Name,
                Email: staff.Email,
                Need: jobs[staff.Id].Max(j => j.Level),
                Jobs: [.. jobs[staff.Id].Select(j => new Failing.Job(j.Title, j.Level is not null, j.StartedOn))],
                Held: [.. held[staff.Id]])
            select new Person(person.Id, person.Name, string.Join(", ", person.Jobs.Select(j => j.Title)), measure.Why(person, question));
        return new([.. people], found.Number, found.Total);
    }

    private async Task<ILookup<Id<StaffMember>, Job>> JobsAsync(Question question, List<Id<StaffMember>> ids, CancellationToken cancel) =>
        (await (
            from post in question.Posts(db)
            where ids.Contains(post.StaffId)
            join title in db.JobTitles on post.JobTitleId equals title.Id
            select new
            {
                post.StaffId,
                title.Title,
                post.StartedOn,
                Level = db.Set<LevelRequirement>().Where(r => r.FrameworkId == question.Framework.Id && r.JobRoleId == title.JobRoleId)
                    .Select(r => r.LevelNumber).FirstOrDefault(),
            }).ToListAsync(cancel)).ToLookup(j => j.StaffId, j => new Job(j.Title, j.StartedOn, j.Level));

    private async Task<ILookup<Id<StaffMember>, Competence.Held>> HeldAsync(List<Id<StaffMember>> ids, CancellationToken cancel) =>
        (await db.TrainingRecords.Where(r => ids.Contains(r.StaffId) && r.State == RecordState.Verified)
            .Select(r => new { r.StaffId, r.LevelNumber, r.AchievedOn, r.EndsOn }).ToListAsync(cancel))
        .ToLookup(r => r.StaffId, r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn));
}
