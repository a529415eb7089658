using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports.Figures;
using Portal.Features.Standards.Measures;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>A partnership gives its standards codes of its own: whatever is shown of them is found by what measures them.</summary>
public sealed partial class StandardsOfOtherCodes : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_page_shows_the_same_figures_of_them()
    {
        var agency = await app.In((PortalDb db) => db.Agencies.Where(a => a.Name == "Kestrel Homes").Select(a => a.Id).SingleAsync());
        var commissioner = await app.SignedInAs(Role.Commissioner);
        string[] paths = ["/", $"/Agencies/{agency}", "/Standards", "/Flags"];
        List<string> before = [];
        foreach (var path in paths) before.Add(Other((await commissioner.Open(path)).Answers(HttpStatusCode.OK).Text));
        await RecodeAsync();
        foreach (var (path, text) in paths.Zip(before)) Assert.Equal(text, (await commissioner.Open(path)).Text);
    }

    [Fact]
    public async Task An_edition_says_the_same_of_them()
    {
        var before = await ContentAsync();
        Assert.Contains(before.Levels, l => l.Need > 0);
        await RecodeAsync();
        var after = await ContentAsync();
        Assert.Equal(before.Levels, after.Levels);
        Assert.Equal(before.Recommendations, after.Recommendations);
    }

    [Fact]
    public async Task What_measures_is_known_by_a_name_that_rows_hold()
    {
        var measures = await app.In((IEnumerable<IMeasure> all) => Task.FromResult(all.Select(m => m.Key).Order(StringComparer.Ordinal)
            .ToList()));
        // Rows of every installation hold these: a measure may be added, and none may be renamed.
        Assert.Equal(
            [
                "AssessmentReturned", "CommissionedFirst", "DataComplete", "GapsCosted", "GapsPlanned", "InHouseCoursesReviewed",
                "LeadsInPost", "LearningEvaluated", "PlacesUsed", "ProvidersAssured", "RefresherInDate", "RolesMapped",
                "StaffAtRequiredLevel", "StartersTrainedInTime", "StrandsCovered", "TrainingStrategyInDate",
            ], measures);
        var named = await app.In((PortalDb db) => db.Standards.Where(s => s.Measure != null).Select(s => s.Measure!).Distinct()
            .ToListAsync());
        Assert.Equal(measures, named.Order(StringComparer.Ordinal));
    }

    private Task<EditionContent> ContentAsync() => app.In(async (PortalDb db) =>
    {
        var meeting = await db.Meetings.AsNoTracking().FirstAsync();
        var body = await db.Bodies.AsNoTracking().FirstAsync(b => b.Id == meeting.BodyId);
        var today = DateOnly.FromDateTime(app.Clock.Now);
        return await app.In((EditionFigures figures) =>
            figures.RunAsync(Viewer.System(meeting.PartnershipId), body, today.AddDays(30), today, null, CancellationToken.None));
    });

    private Task RecodeAsync() => app.In(async (PortalDb db) =>
    {
        await db.Standards.ExecuteUpdateAsync(s => s.SetProperty(x => x.Code, x => x.Code.Replace("S", "T")));
        await db.StandardResults.ExecuteUpdateAsync(r => r.SetProperty(x => x.StandardCode, x => x.StandardCode.Replace("S", "T")));
        await db.Flags.ExecuteUpdateAsync(f => f.SetProperty(x => x.StandardCode, x => x.StandardCode.Replace("S", "T")));
    });

    private static string Other(string text) => Code().Replace(text, "T$1");

    [GeneratedRegex(@"S(\d\d)(?!\d)")] private static partial Regex Code();
}
