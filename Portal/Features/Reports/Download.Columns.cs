using Portal.Web;

namespace Portal.Features.Reports;

/// <summary>
/// What the files of an edition hold, one row one thing: a flag, an agency, a recommendation. Money and people of an agency stand in its
/// own row, so that a sum of a column is right.
/// </summary>
public sealed partial class DownloadModel
{
    private sealed record FlagRow(AgencyEntry Agency, FlagEntry Flag, ClosedSince? Since);

    private sealed record RecommendationRow(int Number, string Text);

    /// <param name="Of">Null where the cost is unknown, because it has signed no return.</param>
    private sealed record CostRow(string Agency, AgencyCost? Of);

    private static readonly Column<FlagRow>[] Flags =
    [
        new("Agency", r => r.Agency.Name), new("Flag", r => r.Flag.Reference), new("Standard", r => r.Flag.Code),
        new("Level", r => r.Flag.Level), new("Name", r => r.Flag.ShortName), new("Result", r => r.Flag.Outcome.Words()),
        new("Count", r => r.Flag.Numerator), new("Of", r => r.Flag.Denominator), new("Standard asks, per cent", r => r.Flag.MetAt),
        new("Severity", r => r.Flag.Severity.Words()), new("First seen", r => r.Flag.FirstSeenOn),
        new("Age in days", r => r.Flag.AgeInDays), new("Times reported", r => r.Flag.TimesReported),
        new("Waived until", r => r.Flag.WaivedUntil),
        new("Change", r => r.Flag.Change.Words()), new("What would clear it", r => r.Flag.ClearedBy),
        new("Closed since the cut-off", r => r.Since?.ClosedOn),
    ];

    private static readonly Column<AgencyEntry>[] Agencies =
    [
        new("Agency", a => a.Name), new("Type", a => a.Type), new("Phase", a => a.Phase), new("Open flags", a => a.Flags.Count),
        new("Training lead", a => a.TrainingLeadInPost ? "In post" : "Vacant"),
        new("Executive lead", a => a.ExecutiveLeadInPost ? "In post" : "Vacant"),
        new("Staff list confirmed", a => a.StaffListConfirmedOn), new("Skill-gap assessment", a => a.Return?.Timeliness.Words()),
        new("Due", a => a.Return?.DueOn), new("Returned", a => a.Return?.SentOn), new("Signed", a => a.Return?.SignedOn),
        new("People", a => a.Cost?.People), new("People below their level", a => a.Cost?.Gap),
        new("Cost of closing the gap £", a => a.Cost?.Cost), new("Asked of the partnership £", a => a.Cost?.Asked),
    ];

    private static readonly Column<RecommendationRow>[] Recommendations =
        [new("Number", r => r.Number), new("The board is asked", r => r.Text)];

    private static readonly Column<CostRow>[] Costs =
    [
        new("Agency", c => c.Agency), new("Return", c => c.Of is null ? "No signed return: cost unknown" : "Signed"),
        new("People", c => c.Of?.People), new("People below their level", c => c.Of?.Gap),
        new("Cost of closing the gap £", c => c.Of?.Cost), new("Asked of the partnership £", c => c.Of?.Asked),
        new("No source £", c => c.Of?.NoSource),
    ];

    private static readonly Column<CourseItem>[] Courses =
    [
        new("What", i => i.What), new("Course or provider", i => i.Name), new("Agency", i => i.Agency), new("Why", i => i.Why),
        new("Ends on", i => i.EndsOn),
    ];

    private static readonly Column<CommissioningItem>[] Commissioning =
    [
        new("What", i => i.What), new("Course or request", i => i.Name), new("Agency", i => i.Agency), new("Why", i => i.Why),
        new("Day", i => i.Day), new("Asked of the partnership £", i => i.Asked),
    ];

    private static IEnumerable<FlagRow> FlagRows(EditionContent content) =>
        content.Agencies.SelectMany(a => a.Flags.Select(f => new FlagRow(a, f, content.Since?.Of(f))));

    private static IEnumerable<RecommendationRow> RecommendationRows(EditionContent content) =>
        content.Recommendations.Select((text, i) => new RecommendationRow(i + 1, text));

    private static IEnumerable<CostRow> CostRows(EditionCosts costs) =>
        costs.Agencies.Select(c => new CostRow(c.Agency, c)).Concat((costs.Unknown ?? []).Select(name => new CostRow(name, null)));
}
