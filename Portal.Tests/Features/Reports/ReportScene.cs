using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports;
using Portal.Features.Reports.Figures;
using Portal.Features.Reports.Timetable;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>
/// A board that meets on 9 December 2026, its members, and one standard; verbs that do what the
/// timetable and the commissioner do.
/// </summary>
public abstract class ReportScene : InASmallBorough
{
    private static readonly DateOnly MeetingDay = new(2026, 12, 9);
    protected Body Board { get; private set; } = null!;
    private Meeting meeting = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Board = Given.Body(Borough.Partnership, "Strategic board");
        meeting = Given.Meeting(Board, MeetingDay);
        var standard = Given.Standard(Borough.Partnership.Id, perLevel: true, shortName: "Staff at level", from: new(2020, 1, 1));
        await SaveAsync(Board, meeting, standard, Member(Borough.Ed, Role.BoardChair), Member(Borough.Ed, Role.BoardMember),
            Member(Borough.Lena, Role.BoardClerk), Member(Borough.Cora, Role.Commissioner));
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
        await new PrepareEditionsJob(db, new(db, new(db, Figures(db), Database.Clock), Database.Clock), Database.Clock).RunAsync(default);
    }

    protected EditionFigures Figures(PortalDb db) => new(
        db, new(db), new(db), new(db), new(db), new(new(db)), new(new(db, new(db), Database.Clock), new(db, Database.Clock)), new(db),
        new(db, new(db, Database.Clock), new(db)), new(db, Database.Clock), new(db, new(db), new(db)));

    protected ApproveEdition Approving(PortalDb db) => new(db, new(db, Database.Clock), Database.Clock);

    protected async Task ApproveAsync()
    {
        await PrepareAsync();
        var edition = (await EditionsAsync()).Single();
        await using var db = Database.Open();
        await Approving(db).RunAsync(Borough.Commissioner, edition.Id, edition.Version, default);
    }

    protected async Task IssueAsync()
    {
        await using var db = Database.Open();
        await new IssueEditionsJob(db, new(db, new(db, Database.Clock), Database.Clock), Database.Clock).RunAsync(default);
    }

    /// <summary>One of several at once: whoever comes second is refused by the version of the edition.</summary>
    protected async Task WatchAsync()
    {
        await using var db = Database.Open();
        await new WatchTimetableJob(db, Database.Clock).RunAsync(default);
    }

    protected async Task<Flag> StandsAsync(
        Agency agency, Outcome outcome, int numerator, int denominator, DateOnly from, DateOnly? until = null)
    {
        await ResultAsync(agency, outcome, numerator, denominator, from, until);
        var flag = Given.Flag(Borough.Partnership.Id, agency.Id, $"FLG-{agency.Name[..4]}", "S06", from, level: 1);
        if (outcome is Outcome.NotMet or Outcome.PartlyMet) await SaveAsync(flag);
        return flag;
    }

    protected async Task ResultAsync(
        Agency agency, Outcome outcome, int numerator, int denominator, DateOnly from, DateOnly? until = null, string? note = null)
    {
        await using var db = Database.Open();
        var standard = await db.Standards.SingleAsync();
        db.StandardResults.Add(Given.Result(agency, standard, outcome, from, until, numerator, denominator, level: 1, note: note));
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Stood", default);
    }

    private Membership Member(PortalUser user, Role role) => Given.Membership(Borough.Partnership.Id, user, role, body: Board);
}
