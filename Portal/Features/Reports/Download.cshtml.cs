using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

/// <summary>
/// The flags of an edition, its costs, or what it says of courses, as a file: the same rows as the paper, and no more than this person may
/// read of it.
/// </summary>
[Allow(Permission.ReadEditions)]
public sealed class DownloadModel(EditionView view, Viewer viewer) : EditionPageModel(view, viewer)
{
    private sealed record Row(AgencyEntry Agency, FlagEntry Flag);

    private static readonly Column<Row>[] Columns =
    [
        new("Agency", r => r.Agency.Name), new("Type", r => r.Agency.Type), new("Phase", r => r.Agency.Phase),
        new("Flag", r => r.Flag.Reference), new("Standard", r => r.Flag.Code), new("Level", r => r.Flag.Level),
        new("Name", r => r.Flag.ShortName), new("Result", r => r.Flag.Outcome.Words()), new("Count", r => r.Flag.Numerator),
        new("Of", r => r.Flag.Denominator), new("Standard asks, per cent", r => r.Flag.MetAt),
        new("Severity", r => r.Flag.Severity.Words()), new("First seen", r => r.Flag.FirstSeenOn),
        new("Age in days", r => r.Flag.AgeInDays), new("Times reported", r => r.Flag.TimesReported),
        new("Change", r => r.Flag.Change.Words()), new("What would clear it", r => r.Flag.ClearedBy),
        new("Skill-gap assessment", r => r.Agency.Return?.Timeliness.Words()), new("Due", r => r.Agency.Return?.DueOn),
        new("Returned", r => r.Agency.Return?.SentOn), new("Signed", r => r.Agency.Return?.SignedOn),
        new("People below their level", r => r.Agency.Cost?.Gap), new("Cost of closing the gap £", r => r.Agency.Cost?.Cost.Pence / 100m),
        new("Asked of the partnership £", r => r.Agency.Cost?.Asked.Pence / 100m),
    ];

    private static readonly Column<AgencyCost>[] CostColumns =
    [
        new("Agency", c => c.Agency), new("People", c => c.People), new("People below their level", c => c.Gap),
        new("Cost of closing the gap £", c => c.Cost.Pence / 100m), new("Asked of the partnership £", c => c.Asked.Pence / 100m),
        new("No source £", c => c.NoSource.Pence / 100m),
    ];

    private static readonly Column<CourseItem>[] CourseColumns =
    [
        new("What", i => i.What), new("Course or provider", i => i.Name), new("Agency", i => i.Agency), new("Why", i => i.Why),
        new("Ends on", i => i.EndsOn),
    ];

    public IActionResult OnGet(string format)
    {
        var courses = Details.Content.Courses?.Items.ToAsyncEnumerable();
        var costs = Details.Content.Costs?.Agencies.ToAsyncEnumerable();
        var rows = Details.Content.Agencies.SelectMany(a => a.Flags.Select(f => new Row(a, f))).ToAsyncEnumerable();
        var name = $"edition-{Edition.Number}{(Edition.Revision > 1 ? $"-version-{Edition.Revision}" : "")}";
        return format switch
        {
            "csv" => new CsvFile<Row>($"{name}.csv", Columns, rows),
            "xlsx" => new SpreadsheetFile<Row>($"{name}.xlsx", $"Edition {Edition.Number}", Columns, rows),
            "costs-csv" when costs is not null => new CsvFile<AgencyCost>($"{name}-costs.csv", CostColumns, costs),
            "costs-xlsx" when costs is not null =>
                new SpreadsheetFile<AgencyCost>($"{name}-costs.xlsx", $"Edition {Edition.Number}, costs", CostColumns, costs),
            "courses-csv" when courses is not null => new CsvFile<CourseItem>($"{name}-courses.csv", CourseColumns, courses),
            "courses-xlsx" when courses is not null =>
                new SpreadsheetFile<CourseItem>($"{name}-courses.xlsx", $"Edition {Edition.Number}, courses", CourseColumns, courses),
            _ => NotFound(),
        };
    }
}
