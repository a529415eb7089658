using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports;
using Portal.Features.Reports.Timetable;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>A board that meets on 9 December 2026, its members, and one standard; verbs that do what the timetable and the commissioner do.</summary>
public abstract class ReportScene : InASmallBorough
{
    private static readonly DateOnly MeetingDay = new(2026, 12, 9);
    protected Body Board { get; private set; } = null!;
    private Meeting meeting = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Board = new() { PartnershipId = Borough.Partnership.Id, Code = "SBP", Name = "Strategic board", ShortName = "SBP", Kind = BodyKind.Partnership, MeetsEveryMonths = 3 };
        meeting = new() { PartnershipId = Borough.Partnership.Id, BodyId = Board.Id, Day = MeetingDay, Starts = new(14, 0) };
        await SaveAsync(Board, meeting, Standard(), Member(Borough.Ed, Role.BoardChair), Member(Borough.Ed, Role.BoardMember), Member(Borough.Lena, Role.BoardClerk), Member(Borough.Cora, Role.Commissioner));
        On(2026, 11, 9);
    }

    protected void On(int year, int month, int day) => Database.Time.Now = new(year, month, day, 12, 0, 0, DateTimeKind.Utc);

    protected async Task SaveAsync(params object[] rows)
    {
        await using var db = Database.Open();
        db.AddRange(rows);
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Set the scene", default);
    }

    protected async Task<List<Edition>> EditionsAsync()
    {
        await using var db = Database.Open();
        return await db.Editions.AsNoTracking().OrderBy(e => e.Number).ThenBy(e => e.Revision).ToListAsync();
    }

    protected async Task PrepareAsync()
    {
        await using var db = Database.Open();
        await new PrepareEditionsJob(db, new(db, Figures(db), Database.Clock), Database.Clock).RunAsync(default);
    }

    protected EditionFigures Figures(PortalDb db) => new(db, new(new(db)), new(new(db, new(db), Database.Clock), new(db, Database.Clock)), new(db));

    protected async Task ApproveAsync()
    {
        await PrepareAsync();
        var edition = (await EditionsAsync()).Single();
        await using var db = Database.Open();
        await new ApproveEdition(db, Database.Clock).RunAsync(Borough.Commissioner, edition.Id, edition.Version, default);
    }

    protected async Task IssueAsync()
    {
        await using var db = Database.Open();
        await new IssueEditionsJob(db, new(db, Database.Clock), Database.Clock).RunAsync(default);
    }

    /// <summary>One of several at once: whoever comes second is refused by the version of the edition.</summary>
    protected async Task WatchAsync()
    {
        await using var db = Database.Open();
        await new WatchTimetableJob(db, Database.Clock).RunAsync(default);
    }

    protected async Task<Flag> StandsAsync(Agency agency, Outcome outcome, int numerator, int denominator, DateOnly from, DateOnly? until = null)
    {
        await ResultAsync(agency, outcome, numerator, denominator, from, until);
        var flag = new Flag
        {
            PartnershipId = Borough.Partnership.Id, Reference = $"FLG-{agency.Name[..4]}", AgencyId = agency.Id, StandardCode = "S06", Level = 1, FirstSeenOn = from, Occurrence = 1, Severity = Severity.High,
        };
        if (outcome is Outcome.NotMet or Outcome.PartlyMet) await SaveAsync(flag);
        return flag;
    }

    protected async Task ResultAsync(Agency agency, Outcome outcome, int numerator, int denominator, DateOnly from, DateOnly? until = null)
    {
        await using var db = Database.Open();
        var standard = await db.Standards.SingleAsync();
        db.StandardResults.Add(new()
        {
            PartnershipId = Borough.Partnership.Id, AgencyId = agency.Id, StandardId = standard.Id, StandardCode = "S06", Level = 1, From = from, Until = until, Outcome = outcome, Numerator = numerator, Denominator = denominator,
        });
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Stood", default);
    }

    private Standard Standard() => new()
    {
        PartnershipId = Borough.Partnership.Id, Code = "S06", Number = 1, ShortName = "Staff at level", Wording = "Staff hold the level their job needs", Rule = "Holding / in post", Measure = "StaffAtRequiredLevel",
        MetAt = 90, PartlyAt = 75, Severity = Severity.High, PerLevel = true, Basis = Basis.AgreedByPartnership, SourceTitle = "For tests", Guidance = "", ClearedBy = "90% at level", EffectiveFrom = new(2020, 1, 1),
    };

    private Membership Member(PortalUser user, Role role) => new()
    {
        PartnershipId = Borough.Partnership.Id, UserId = user.Id, Role = role, BodyId = role.NeedsBody() ? Board.Id : null, From = new(2024, 1, 1), CheckedOn = new(2024, 1, 1),
    };
}
