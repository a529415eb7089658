using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.People;
using Portal.Features.Staff.Training;

namespace Portal.Features.Home;

/// <summary>What waits for an agency's training lead or executive lead, and how their agency stands against each standard.</summary>
public sealed class AgencyHome(
    PortalDb db, RecordsToVerify toVerify, StaffList staff, FlagGlance flags, ReturnTasks returns, AnswerTasks answers, EditionTasks editions,
    UkClock clock)
{
    /// <param name="Trend">Per cent at the end of each of the last four quarters, oldest first.</param>
    public sealed record Line(string Code, string ShortName, int Level, Outcome Outcome, int Numerator, int Denominator, string? Note, IReadOnlyList<int?> Trend);

    /// <param name="Due">People whose training lapses within 90 days, the first few; null for a role that does not see people.</param>
    public sealed record View(Id<Agency> AgencyId, string Agency, IReadOnlyList<HomeTask> Tasks, IReadOnlyList<Line> Lines, Page<StaffList.Row>? Due, IReadOnlyList<FlagGlance.Row> Flags, DateOnly Today);

    public async Task<View> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var agency = await db.Agencies.AsNoTracking().VisibleTo(viewer).SingleAsync(a => a.Id == viewer.AgencyId, cancel);
        var due = viewer.May(Permission.ReadStaff) ? await staff.RunAsync(viewer, new(Standing: StaffList.Show.Due), cancel) : null;
        IReadOnlyList<HomeTask> tasks =
        [
            .. await returns.RunAsync(viewer, cancel), .. await editions.RunAsync(viewer, cancel), .. await answers.RunAsync(viewer, cancel),
            .. await TasksAsync(viewer, agency, cancel),
        ];
        var (lines, open) = (await LinesAsync(viewer, agency.Id, cancel), await flags.RunAsync(viewer, newest: false, 6, cancel));
        return new(agency.Id, agency.Name, tasks, lines, due, open, clock.Today);
    }

    private async Task<IReadOnlyList<HomeTask>> TasksAsync(Viewer viewer, Agency agency, CancellationToken cancel)
    {
        var (today, tasks) = (clock.Today, new List<HomeTask>());
        if (viewer.May(Permission.ImportStaff))
        {
            var due = agency.StaffListConfirmedOn is { } last ? Agency.StaffListFreshUntil(last) : today;
            if (due <= today.AddDays(30))
                tasks.Add(new("Bring the staff list up to date", "/Imports", due, agency.StaffListConfirmedOn is { } on
                    ? $"Last confirmed on {Words.Day(on)}; it counts for {Agency.StaffListFreshDays} days" : "It has never been confirmed"));
            var titles = await db.JobTitles.CountAsync(t => t.AgencyId == agency.Id && t.JobRoleId == null && db.Posts.CurrentOn(today).Any(p => p.JobTitleId == t.Id), cancel);
            if (titles > 0) tasks.Add(new($"Map {Words.Count(titles, "job title")} to a job role", "/Staff/Titles", null, "People in an unmapped job never count as trained"));
        }
        if (viewer.May(Permission.VerifyTraining) && await toVerify.CountAsync(viewer, cancel) is > 0 and var records)
            tasks.Add(new($"Verify {Words.Count(records, "training record")}", "/Staff/ToVerify", null, "A record counts once a second person has verified it"));
        if (viewer.May(Permission.SignCommitment) && !await db.CommitmentSignatures.AnyAsync(c => c.AgencyId == agency.Id, cancel))
            tasks.Add(new("Sign the training commitment", $"/Agencies/{agency.Id}"));
        return tasks;
    }

    private async Task<IReadOnlyList<Line>> LinesAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel)
    {
        var quarters = Quarters.UpTo(clock.Today);
        var oldest = quarters[0];
        var results = await db.StandardResults.AsNoTracking().VisibleTo(viewer)
            .Where(r => r.AgencyId == agencyId && (r.Until == null || r.Until > oldest)).ToListAsync(cancel);
        var names = await db.Standards.Where(s => s.PartnershipId == viewer.PartnershipId).ToDictionaryAsync(s => s.Id, s => s.ShortName, cancel);
        return [.. results.GroupBy(r => (r.StandardCode, r.Level)).Select(g => (Last: g.SingleOrDefault(r => r.Until is null), All: g.ToList())).Where(g => g.Last is not null)
            .OrderBy(g => g.Last!.StandardCode, StringComparer.Ordinal).ThenBy(g => g.Last!.Level)
            .Select(g => new Line(g.Last!.StandardCode, names[g.Last.StandardId], g.Last.Level, g.Last.Outcome, g.Last.Numerator, g.Last.Denominator, g.Last.Note,
                [.. quarters.Select(day => PercentOn(g.All, day))]))];
    }

    private static int? PercentOn(IEnumerable<StandardResult> results, DateOnly day) =>
        results.FirstOrDefault(r => r.StandsOn(day)) is { Denominator: >= Standard.SmallNumber } on ? on.Numerator * 100 / on.Denominator : null;
}
