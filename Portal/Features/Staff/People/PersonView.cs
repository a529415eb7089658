using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>
/// One person: their jobs at the viewer's reach, what those need, and every training record. Null when they may not be seen.
/// </summary>
public sealed class PersonView(PortalDb db, UkClock clock)
{
    public sealed record Job(
        Id<Post> Id, Id<Agency> AgencyId, string Agency, string Title, string? Role, int? Need, string? EmployeeNumber, DateOnly? StartedOn,
        DateOnly? LeftOn, Id<StaffMember>? ManagerId, string? Manager, int Version);

    public sealed record Record(
        Id<TrainingRecord> Id, int LevelNumber, string Course, string? Provider, string? Reference, DateOnly AchievedOn, DateOnly? EndsOn,
        RecordSource Source, RecordState State,
        string? RecordedBy, string? DecidedBy, DateOnly? DecidedOn, string? Reason, Id<StoredFile>? EvidenceId, string? EvidenceName,
        Id<TrainingRecord>? CorrectsId, Id<Booking>? BookingId);

    public sealed record Details(
        Id<StaffMember> Id, string Name, string? Email, int Version, IReadOnlyList<Job> Jobs, IReadOnlyList<Record> Records,
        Domain.Framework Framework, DateOnly Today)
    {
        public IReadOnlyList<Job> CurrentJobs => [.. Jobs.Where(j => j.LeftOn is null || j.LeftOn > Today)];
        public bool HasBegun => CurrentJobs.Any(HasBegunIn);

        /// <summary>The highest level that a job begun needs; that of a job to come while none has begun.</summary>
        public int? Need => CurrentJobs.Where(j => HasBegunIn(j) || !HasBegun).Max(j => j.Need);
        public IReadOnlyList<Competence.Held> Held => [.. Records.Where(r => r.State == RecordState.Verified)
            .Select(r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn))];
        public Standing Standing =>
            CurrentJobs.Count > 0 && !HasBegun ? Standing.NotStarted : Competence.Standing(Framework, Held, Need, Today);

        /// <summary>What the person claimed and was not accepted, until they send it again or a quarter has gone by.</summary>
        public IEnumerable<Record> Refused() => Records.Where(r => r.State == RecordState.Rejected && r.Source == RecordSource.Claim
            && r.DecidedOn > Today.AddMonths(-3)
            && !Records.Any(o => o.LevelNumber == r.LevelNumber && o.State != RecordState.Rejected && o.Id.CompareTo(r.Id) > 0));

        public Level? LevelOf(int number) => Framework.Levels.FirstOrDefault(l => l.Number == number);

        private bool HasBegunIn(Job job) => job.StartedOn is null || job.StartedOn <= Today;
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<StaffMember> staffId, CancellationToken cancel)
    {
        var person = await db.Staff.AsNoTracking().VisibleTo(viewer, db, clock.Today).SingleOrDefaultAsync(s => s.Id == staffId, cancel);
        if (person is null || await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel) is not { } framework) return null;
        return new(person.Id, person.Name, person.Email, person.Version,
            await JobsAsync(viewer, framework, staffId, cancel), await RecordsAsync(staffId, cancel), framework, clock.Today);
    }

    private Task<List<Job>> JobsAsync(Viewer viewer, Domain.Framework framework, Id<StaffMember> staffId, CancellationToken cancel) => (
        from post in db.Posts.VisibleTo(viewer, Permission.ReadRecord)
        where post.StaffId == staffId
        join agency in db.Agencies on post.AgencyId equals agency.Id
        join title in db.JobTitles on post.JobTitleId equals title.Id
        orderby post.LeftOn == null ? 0 : 1, post.StartedOn, post.Id
        select new Job(post.Id, agency.Id, agency.Name, title.Title,
            db.JobRoles.Where(r => r.Id == title.JobRoleId).Select(r => r.Title).FirstOrDefault(),
            db.Set<LevelRequirement>().Where(r => r.FrameworkId == framework.Id && r.JobRoleId == title.JobRoleId)
                .Select(r => r.LevelNumber).FirstOrDefault(),
            post.EmployeeNumber, post.StartedOn, post.LeftOn, post.ManagerId,
            db.Staff.Where(s => s.Id == post.ManagerId).Select(s => s.Name).FirstOrDefault(), post.Version)).ToListAsync(cancel);

    private Task<List<Record>> RecordsAsync(Id<StaffMember> staffId, CancellationToken cancel) => db.TrainingRecords
        .Where(r => r.StaffId == staffId)
        .OrderByDescending(r => r.AchievedOn).ThenByDescending(r => r.Id)
        .Select(r => new Record(r.Id, r.LevelNumber, r.Course, r.Provider, r.Reference, r.AchievedOn, r.EndsOn, r.Source, r.State,
            db.Users.Where(u => u.Id == r.RecordedBy).Select(u => u.Name).FirstOrDefault(),
            db.Users.Where(u => u.Id == r.DecidedBy).Select(u => u.Name).FirstOrDefault(),
            r.DecidedOn, r.Reason, r.EvidenceId, db.Files.Where(f => f.Id == r.EvidenceId).Select(f => f.Name).FirstOrDefault(),
            r.CorrectsId, r.BookingId))
        .ToListAsync(cancel);
}
