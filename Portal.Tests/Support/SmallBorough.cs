using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Tests.Support;

/// <summary>
/// A partnership small enough to hold in the head: a four-level framework in force since 2020, two agencies, three job
/// roles, and a viewer for each role that matters.
/// </summary>
public sealed class SmallBorough
{
    public Partnership Partnership { get; }
    public Framework Framework { get; }
    public Phase Phase { get; }
    public Agency Homes { get; }
    public Agency Clinic { get; }
    public JobRole Reception { get; }
    public JobRole Officer { get; }
    public JobRole Marac { get; }
    public PortalUser Tess { get; } = User("Tess Lead");
    public PortalUser Ed { get; } = User("Ed Executive");
    public PortalUser Cora { get; } = User("Cora Commissioner");
    public PortalUser Lena { get; } = User("Lena Learner");

    public SmallBorough(string name = "Safer Brambleford Partnership")
    {
        Partnership = new() { Name = name, ShortName = "SBP", FrameworkCode = "LADDER", SupportEmail = "help@brambleford.example" };
        Phase = new() { PartnershipId = Partnership.Id, Number = 1, StartsOn = new(2020, 1, 1) };
        Homes = Agency("Brambleford Homes", AgencyType.Housing);
        Clinic = Agency("Brook Lane Clinic", AgencyType.Health);
        (Reception, Officer, Marac) =
            (Job("RECEPTION", "Receptionist"), Job("OFFICER", "Housing officer"), Job("MARAC", "MARAC representative"));
        Framework = new()
        {
            PartnershipId = Partnership.Id, Code = "LADDER", Number = 1, Title = "Four levels", Source = "For tests", IsLadder = true
        };
        Framework.Add(Level(1, "Recognise and respond", 36, 3, requiresLower: false));
        Framework.Add(Level(2, "Ask and act", 36, 6));
        Framework.Add(Level(3, "Assess and plan", 24, 6));
        Framework.Add(Level(4, "Specialist", null, 18));
        Framework.Add(new Competency
        {
            FrameworkId = Framework.Id, LevelNumber = 1, Code = "L1.1", Statement = "Notices the signs", Strands = "DV ST"
        });
        foreach (var (role, level) in new[] { (Reception, 1), (Officer, 2), (Marac, 3) }) Framework.Require(role.Id, level);
        Framework.Publish(new(2020, 1, 1), null);
    }

    public Viewer Lead => At(Role.TrainingLead, Tess, Homes);
    public Viewer OtherLead => At(Role.TrainingLead, Tess, Clinic);
    public Viewer Executive => At(Role.ExecutiveLead, Ed, Homes);
    public Viewer Commissioner => At(Role.Commissioner, Cora, null);
    public Viewer Learner(StaffMember self) => At(Role.Learner, Lena, Homes) with { StaffId = self.Id };
    public Viewer Manager(StaffMember self) => At(Role.LineManager, Lena, Homes) with { StaffId = self.Id };

    public static Task<SmallBorough> InAsync(TestDatabase database) => InAsync(database, new());

    public static async Task<SmallBorough> InAsync(TestDatabase database, SmallBorough borough)
    {
        await using var db = database.Open();
        db.AddRange(
            borough.Partnership, borough.Phase, borough.Homes, borough.Clinic, borough.Reception, borough.Officer, borough.Marac,
            borough.Framework);
        var seeds = new SeedFiles(Repository.File("seeds"));
        db.AddRange(seeds.CommitmentsOf(borough.Partnership.Id));
        db.AddRange(seeds.QuestionsOf(borough.Partnership.Id));
        db.AddRange(seeds.PricesOf(borough.Partnership.Id));
        db.AddRange(borough.Tess, borough.Ed, borough.Cora, borough.Lena);
        await db.SaveAsync(Viewer.System(borough.Partnership.Id), "Laid the table", CancellationToken.None);
        return borough;
    }

    /// <summary>Someone in a job; without a role the job title is not mapped.</summary>
    public async Task<StaffMember> HasAsync(
        TestDatabase database, string name, JobRole? role, Agency? agency = null, string? email = null, DateOnly? started = null,
        StaffMember? manager = null)
    {
        await using var db = database.Open();
        var at = agency ?? Homes;
        var words = role?.Title ?? "Odd-job person";
        var title = await db.JobTitles.SingleOrDefaultAsync(t => t.AgencyId == at.Id && t.Title == words)
            ?? db.JobTitles.Add(Given.Title(at, words, role)).Entity;
        var person = new StaffMember { PartnershipId = Partnership.Id, Name = name, Email = email };
        var post = Given.Post(person, title, started);
        post.ReportTo(manager?.Id);
        db.AddRange(person, post);
        await db.SaveAsync(Viewer.System(Partnership.Id), "Employed someone", CancellationToken.None);
        return person;
    }

    /// <summary>A second job for someone, at another agency.</summary>
    public async Task AlsoAtAsync(TestDatabase database, StaffMember person, Agency agency)
    {
        await using var db = database.Open();
        var title = Given.Title(agency, "Second job");
        db.AddRange(title, Given.Post(person, title));
        await db.SaveAsync(Viewer.System(Partnership.Id), "Employed someone", CancellationToken.None);
    }

    /// <summary>Verified training of a person.</summary>
    public async Task<TrainingRecord> TrainedAsync(
        TestDatabase database, StaffMember person, int level, DateOnly achieved, DateOnly? ends = null, bool verified = true,
        RecordSource source = RecordSource.Agency)
    {
        await using var db = database.Open();
        var record = Given.Record(person, level, achieved, ends, verified, source, recordedBy: Tess.Id, verifiedBy: Cora.Id);
        db.Add(record);
        await db.SaveAsync(Viewer.System(Partnership.Id), "Trained someone", CancellationToken.None);
        return record;
    }

    private Viewer At(Role role, PortalUser user, Agency? agency) => Given.Viewer(Partnership.Id, role, user, agency);

    private Agency Agency(string name, AgencyType type) =>
        new() { PartnershipId = Partnership.Id, Name = name, Type = type, Duty = Duty.Agreed, PhaseId = Phase.Id };

    private JobRole Job(string code, string title) =>
        new() { PartnershipId = Partnership.Id, Code = code, Title = title, AgencyType = AgencyType.Housing };

    private Level Level(int number, string title, int? refresh, int due, bool requiresLower = true) => new()
    {
        FrameworkId = Framework.Id, Number = number, Code = $"{number}", Title = title, Description = title, RefreshMonths = refresh,
        DueMonths = due,
        RequiresLower = requiresLower, StandAlone = !requiresLower,
    };

    private static PortalUser User(string name)
    {
        var email = $"{name.Replace(' ', '.').ToLowerInvariant()}@brambleford.example";
        return new()
        {
            Name = name, Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = "none"
        };
    }
}
