using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

/// <summary>
/// The flags, agencies and recommendations of an edition, its costs, or what it says of courses and commissioning, as a file: the same rows
/// as the paper, and no more than this person may read of it.
/// </summary>
[Allow(Permission.ReadEditions)]
public sealed partial class DownloadModel(EditionView view, Viewer viewer) : EditionPageModel(view, viewer)
{
    private EditionContent Paper => Details.Content;
    private string Title => EditionWords.Called(Edition.Number, Edition.Revision);

    public IActionResult OnGet(string format) => (format, Paper) switch
    {
        ("csv", _) => Csv("", Flags, FlagRows(Paper)),
        ("agencies-csv", _) => Csv("-agencies", Agencies, Paper.Agencies),
        ("recommendations-csv", _) => Csv("-recommendations", Recommendations, RecommendationRows(Paper)),
        ("costs-csv", { Costs: { } costs }) => Csv("-costs", Costs, CostRows(costs)),
        ("courses-csv", { Courses: { } courses }) => Csv("-courses", Courses, courses.Items),
        ("commissioning-csv", { Commissioning: { } bought }) => Csv("-commissioning", Commissioning, bought.Items),
        ("xlsx", _) => Workbook("", "open flags, agencies and recommendations",
            new Sheet<FlagRow>("Flags", "One row for each open flag", Flags, FlagRows(Paper)),
            new Sheet<AgencyEntry>("Agencies", "One row for each agency with an open flag: its leads, its return and what it costs",
                Agencies, Paper.Agencies),
            new Sheet<RecommendationRow>("Recommendations", "What the board is asked, in its order", Recommendations,
                RecommendationRows(Paper))),
        ("costs-xlsx", { Costs: { } costs }) => Workbook("-costs", "cost of closing the gaps",
            new Sheet<CostRow>("Costs", $"One row for each agency; {CostsWithout(costs)}", Costs, CostRows(costs))),
        ("courses-xlsx", { Courses: { } courses }) => Workbook("-courses", "courses and providers that need attention",
            new Sheet<CourseItem>("Courses", "One row for each", Courses, courses.Items)),
        ("commissioning-xlsx", { Commissioning: { } bought }) => Workbook("-commissioning", "commissioning that needs attention",
            new Sheet<CommissioningItem>("Commissioning", "One row for each", Commissioning, bought.Items)),
        _ => NotFound(),
    };

    private CsvFile<T> Csv<T>(string ending, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) =>
        new($"{Name}{ending}.csv", columns, rows.ToAsyncEnumerable());

    private SpreadsheetFile Workbook(string ending, string what, params Sheet[] sheets) => new(
        $"{Name}{ending}.xlsx",
        new($"Noncompliance report, {Words.DayAndMonth(Edition.MeetingOn)}: {what}",
            ("Edition", $"{Title}, {Edition.State.Words()}"), ("Meeting", $"{Paper.Body} on {Words.Day(Paper.MeetingOn)}"),
            ("Figures as at", Words.Day(Paper.CutOffOn)),
            ("Reach", Viewer.Reach(Permission.ReadEditions) == Reach.Partnership ? "All agencies" : "Your own agency")),
        sheets);

    private string Name => $"edition-{Edition.Number}{(Edition.Revision > 1 ? $"-version-{Edition.Revision}" : "")}";

    /// <summary>The cost of closing the gap is unknown at some agencies, which editions of some time ago did not name.</summary>
    private static string CostsWithout(EditionCosts costs) => (costs.InScope - costs.Signed, costs.Unknown) switch
    {
        (0, _) => "the cost at each is known",
        (var unknown, null) => $"those without a signed return, {Words.Count(unknown, "agency", "agencies")}, are not in it",
        (var unknown, _) => $"the cost at {Words.Count(unknown, "agency", "agencies")} without a signed return is unknown",
    };
}
