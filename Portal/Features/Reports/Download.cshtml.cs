using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

/// <summary>The flags of an edition, or its costs, as a file: the same rows as the paper, and no more than this person may read of it.</summary>
[Allow(Permission.ReadEditions)]
public sealed class DownloadModel(EditionView view, Viewer viewer) : EditionPageModel(view, viewer)
{
    private sealed record Row(AgencyEntry Agency, FlagEntry Flag);

    private static readonly (string, Func<Row, object?>)[] Columns =
    [
        ("Agency", r => r.Agency.Name), ("Type", r => r.Agency.Type), ("Phase", r => r.Agency.Phase), ("Flag", r => r.Flag.Reference),
        ("Standard", r => r.Flag.Code), ("Level", r => r.Flag.Level), ("Name", r => r.Flag.ShortName), ("Result", r => r.Flag.Outcome.Words()),
        ("Count", r => r.Flag.Numerator), ("Of", r => r.Flag.Denominator), ("Standard asks, per cent", r => r.Flag.MetAt), ("Severity", r => r.Flag.Severity.Words()),
        ("First seen", r => r.Flag.FirstSeenOn), ("Age in days", r => r.Flag.AgeInDays), ("Times reported", r => r.Flag.TimesReported),
        ("Change", r => r.Flag.Change.Words()), ("What would clear it", r => r.Flag.ClearedBy),
        ("Skill-gap assessment", r => r.Agency.Return?.Timeliness.Words()), ("Due", r => r.Agency.Return?.DueOn), ("Returned", r => r.Agency.Return?.SentOn), ("Signed", r => r.Agency.Return?.SignedOn),
        ("People below their level", r => r.Agency.Cost?.Gap), ("Cost of closing the gap £", r => r.Agency.Cost?.Cost.Pence / 100m), ("Asked of the partnership £", r => r.Agency.Cost?.Asked.Pence / 100m),
    ];

    private static readonly (string, Func<AgencyCost, object?>)[] CostColumns =
    [
        ("Agency", c => c.Agency), ("People", c => c.People), ("People below their level", c => c.Gap), ("Cost of closing the gap £", c => c.Cost.Pence / 100m),
        ("Asked of the partnership £", c => c.Asked.Pence / 100m), ("No source £", c => c.NoSource.Pence / 100m),
    ];

    public IActionResult OnGet(string format)
    {
        var costs = Details.Content.Costs?.Agencies.ToAsyncEnumerable();
        var rows = Details.Content.Agencies.SelectMany(a => a.Flags.Select(f => new Row(a, f))).ToAsyncEnumerable();
        var name = $"edition-{Edition.Number}{(Edition.Revision > 1 ? $"-version-{Edition.Revision}" : "")}";
        return format switch
        {
            "csv" => new CsvFile<Row>($"{name}.csv", Columns, rows),
            "xlsx" => new SpreadsheetFile<Row>($"{name}.xlsx", $"Edition {Edition.Number}", Columns, rows),
            "costs-csv" when costs is not null => new CsvFile<AgencyCost>($"{name}-costs.csv", CostColumns, costs),
            "costs-xlsx" when costs is not null => new SpreadsheetFile<AgencyCost>($"{name}-costs.xlsx", $"Edition {Edition.Number}, costs", CostColumns, costs),
            _ => NotFound(),
        };
    }
}
