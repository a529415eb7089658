using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Returns.Sections;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

/// <summary>The files of the skill-gap assessments in the fictional borough: what is in them, and who gets them.</summary>
public sealed partial class DownloadingFigures : IAsyncLifetime
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly byte[] Policy = "%PDF-1.7 our policy, with bytes \0\u00ff"u8.ToArray();
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;
    private AgencyReturn own = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        commissioner = await app.SignedInAs(Role.Commissioner);
        var email = DemoPeople.Email[Role.TrainingLead];
        own = await app.In((PortalDb db) => db.Returns.AsNoTracking().Where(a => a.State == ReturnState.Draft && a.ExtensionReason != null
            && db.Memberships.Any(m => m.AgencyId == a.AgencyId && m.Role == Role.TrainingLead
                && db.Users.Any(u => u.Id == m.UserId && u.Email == email)))
            .SingleAsync());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, InlineData("csv"), InlineData("xlsx")]
    public async Task Each_figure_of_the_boroughs_file_is_the_figure_of_the_page(string format)
    {
        var page = await commissioner.Open("/BoroughGap");
        var shown = page.All("table-region[label='Agencies'] tbody tr, [aria-label='Agencies'] tbody tr").Select(Line)
            .OrderBy(l => l.Agency, StringComparer.Ordinal).ToList();
        var file = await commissioner.Fetch($"/BoroughGap/File/{format}");
        Assert.Equal(
            (HttpStatusCode.OK, "attachment", $"gap-and-cost-2026-11-16.{format}",
                format == "csv" ? "text/csv; charset=utf-8" : Spreadsheet),
            (file.Status, file.Disposition, file.FileName, file.ContentType));
        var rows = format == "csv" ? DownloadedSheet.OfCsv(file.Bytes) : DownloadedSheet.OfWorkbook(file.Bytes);
        Assert.Equal(
            shown, rows.Select(r => (r["Agency"], Number(r["Gap"]), Number(r["People"]), Number(r["Cost £"]),
                Number(r["Asked of the partnership £"]), Number(r["No source £"])))
                .OrderBy(l => l.Item1, StringComparer.Ordinal));
        Assert.True(shown.Count > 10 && shown.Any(l => l.Gap is null) && shown.Any(l => l.Asked > 0) && shown.Any(l => l.None > 0));
        Assert.All(rows, r => Assert.Equal(r["Gap"] == "" ? "No signed return" : "Signed", r["Return"]));
        page.Shows(
            $"{rows.Sum(r => Number(r["Gap"])):N0} people of {rows.Sum(r => Number(r["People"])):N0} do not hold",
            $"Closing the gap costs {Money.OfPounds(rows.Sum(r => Number(r["Cost £"]) ?? 0))}.");
    }

    [Theory, InlineData("=1+1"), InlineData("+44 housing"), InlineData("-2"), InlineData("@Home")]
    public async Task A_name_that_looks_like_a_formula_is_a_text(string name)
    {
        await app.In((PortalDb db) => db.Agencies.Where(a => a.Id == own.AgencyId)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Name, name)));
        Assert.Contains($"\"'{name}\",Housing", (await commissioner.Fetch("/BoroughGap/File/csv")).Text);
        var workbook = (await commissioner.Fetch("/BoroughGap/File/xlsx")).Bytes;
        Assert.Contains(DownloadedSheet.OfWorkbook(workbook), r => r["Agency"] == name);
        Assert.DoesNotContain("<f>", SheetXml(workbook));
    }

    [Fact]
    public async Task The_boroughs_files_are_for_those_who_read_gaps()
    {
        foreach (var role in DemoPeople.Email.Keys)
            foreach (var format in new[] { "csv", "xlsx" })
            {
                var file = await (await app.SignedInAs(role)).Fetch($"/BoroughGap/File/{format}");
                Assert.True(
                    Permissions.Of(role, Permission.ReadGaps) != Reach.None == (file.Disposition == "attachment"),
                    $"{role} got {file.Status}");
            }
        Assert.Null((await app.Visitor().Fetch("/BoroughGap/File/csv")).Disposition);
    }

    [Fact]
    public async Task Another_agency_and_another_partnership_find_nothing()
    {
        var question = await ShowAsync(Lead(own), own);
        var neighbour = app.Visitor();
        await PortalApp.SignIn(
            neighbour,
            await app.In((PortalDb db) => db.Memberships
                .Where(m => m.Role == Role.TrainingLead && m.Until == null && m.AgencyId != own.AgencyId)
                .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => u.Email!).OrderBy(e => e).FirstAsync()), DemoPeople.Password);
        (await neighbour.Open("/")).Answers(HttpStatusCode.OK);
        foreach (var page in new[] { $"Questions/{question}/Evidence", "Download", "" })
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Fetch($"/Returns/{own.Id}/{page}")).Status);

        var elsewhere = await AnotherPartnership.InAsync(app.Database);
        var theirs = await app.In((PortalDb db) => db.Returns.AsNoTracking()
            .SingleAsync(a => a.Id == new Id<AgencyReturn>(elsewhere["returnId"])));
        var asked = await ShowAsync(Lead(theirs), theirs);
        foreach (var page in new[] { $"Questions/{asked}/Evidence", "Download" })
            Assert.Equal(HttpStatusCode.NotFound, (await commissioner.Fetch($"/Returns/{theirs.Id}/{page}")).Status);
    }

    [Fact]
    public async Task A_returns_own_file_says_what_its_pages_say_before_and_after_the_deadline_and_the_agencys_end()
    {
        await app.In((PortalDb db) => db.GapActions.Where(a => a.ReturnId == own.Id)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.What, "=cmd|' /C calc'!A0")));
        var lead = await app.SignedInAs(Role.TrainingLead);
        var file = await lead.Fetch($"/Returns/{own.Id}/Download");
        Assert.Equal((HttpStatusCode.OK, Spreadsheet, "attachment"), (file.Status, file.ContentType, file.Disposition));
        var rows = new[] { "People", "Questions", "Actions", "Costing" }
            .ToDictionary(s => s, s => DownloadedSheet.OfWorkbook(file.Bytes, s));
        Assert.Equal(
            (await lead.Open($"/Returns/{own.Id}/People")).All("tbody th[scope=row]").Select(h => h.TextContent.Trim()),
            rows["People"].Select(r => r["What"]));
        Assert.Equal(
            (await lead.Open($"/Returns/{own.Id}/Questions")).All("dt.govuk-summary-list__key").Select(h => h.TextContent.Trim()),
            rows["Questions"].Select(r => r["What"]));
        (await lead.Open($"/Returns/{own.Id}/Check"))
            .Shows($"Cost of the plans {Money.OfPounds(rows["Costing"].Sum(r => Number(r["Cost £"]) ?? 0))}");
        Assert.All(rows["Actions"], r => Assert.Equal("=cmd|' /C calc'!A0", r["What"]));
        Assert.DoesNotContain("<f>", SheetXml(file.Bytes));

        app.Clock.Advance(TimeSpan.FromDays(60));
        await app.In(async (PortalDb db) =>
        {
            (await db.Agencies.SingleAsync(a => a.Id == own.AgencyId)).Close(DateOnly.FromDateTime(app.Clock.Now));
            await db.SaveAsync(Lead(own), "Closed", default);
        });
        foreach (var role in new[] { Role.Commissioner, Role.Auditor })
        {
            var reader = await app.SignedInAs(role);
            (await reader.Open($"/Returns/{own.Id}")).Answers(HttpStatusCode.OK);
            Assert.Equal(SheetXml(file.Bytes), SheetXml((await reader.Fetch($"/Returns/{own.Id}/Download")).Bytes));
        }
    }

    private static Viewer Lead(AgencyReturn agencyReturn) =>
        new(null, "Lead", agencyReturn.PartnershipId, Role.TrainingLead, AgencyId: agencyReturn.AgencyId);

    private Task<Id<User>> UserAsync(string email) =>
        app.In((PortalDb db) => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync());

    private static (string Agency, decimal? Gap, decimal? People, decimal? Cost, decimal? Asked, decimal? None) Line(IElement row)
    {
        var cells = row.QuerySelectorAll("td").Select(c => { c.QuerySelector("[aria-hidden]")?.Remove(); return c.TextContent.Trim(); })
            .ToList();
        var name = row.QuerySelector("th")!.FirstChild is IText { Data.Length: > 0 } text && text.Data.Trim() != ""
            ? text.Data.Trim() : row.QuerySelector("th a")!.TextContent.Trim();
        if (cells.Count == 1) return (name, null, null, null, null, null);
        var people = cells[0].Split(" of ");
        return (name, Number(people[0]), Number(people[1]), Number(cells[1]), Number(cells[2]), Number(cells[3]));
    }

    /// <summary>Null for an empty cell; pounds with or without their sign.</summary>
    private static decimal? Number(string words) => words == "" ? null : decimal.Parse(words.TrimStart('£'), CultureInfo.InvariantCulture);

    /// <summary>Of all tables; the first sheet says when the file was made.</summary>
    private static string SheetXml(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return string.Concat(zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
            && e.Name != "sheet1.xml").Select(e =>
            {
                using var reader = new StreamReader(e.Open());
                return reader.ReadToEnd();
            }));
    }
}
