using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>Flags, agencies, returns and the people behind a flag as files: what their pages show, filtered as they are.</summary>
public sealed class DownloadingLists : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/Flags", "/Flags/File", "flag")]
    [InlineData("/Flags?Severity=High", "/Flags/File", "flag")]
    [InlineData("/Flags?Closed=true", "/Flags/File", "flag")]
    [InlineData("/Agencies", "/Agencies/File", "agenc")]
    [InlineData("/Agencies?Type=Council", "/Agencies/File", "agenc")]
    [InlineData("/Agencies?Lack=ExecutiveLead", "/Agencies/File", "agenc")]
    public async Task Has_as_many_rows_as_the_page_says(string address, string file, string word)
    {
        var door = await app.SignedInAs(Role.Commissioner);
        var page = await door.Open(address);
        var said = System.Text.RegularExpressions.Regex.Match(page.Text, $@"([\d,]+) {word}").Groups[1].Value.Replace(",", "");
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var link = page.All("main a").Select(a => a.GetAttribute("href")!)
                .Single(h => h.StartsWith($"{file}/{format}", StringComparison.Ordinal));
            Assert.Equal(said, $"{(await RowsAsync(door, link, format)).Count}");
        }
    }

    [Fact]
    public async Task Returns_are_those_of_the_page_as_it_is_filtered()
    {
        var door = await app.SignedInAs(Role.Commissioner);
        var all = await RowsAsync(door, "/Returns/File/csv", "csv");
        var accepted = await RowsAsync(door, "/Returns/File/xlsx?Show=Accepted", "xlsx");
        Assert.Equal(
            (await app.In((PortalDb db) => db.Returns.Select(r => new { r.CycleId, r.AgencyId }).Distinct().CountAsync()), true),
            (all.Count, accepted.Count < all.Count));
        Assert.NotEmpty(accepted);
        Assert.All(accepted, r => Assert.Equal(ReturnState.Accepted.Words(), r["State"]));
    }

    [Fact]
    public async Task The_people_behind_a_flag_are_all_in_one_file_for_those_who_may_read_their_names()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var (flag, page) = await FlagOfPeopleAsync(commissioner);
        var count = int.Parse(
            page.All("main p").Select(p => p.TextContent).First(t => t.Contains("on the staff list today")).Split(' ')[0]);
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var rows = await RowsAsync(commissioner, $"/Flags/{flag}/People/{format}", format);
            Assert.Equal(count, rows.Count);
            Assert.Contains(rows, r => r["Name"] == page.All("main tbody th a")[0].TextContent);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs(Role.BoardMember)).Fetch($"/Flags/{flag}/People/csv")).Status);
    }

    [Fact]
    public async Task An_agency_gets_its_own_and_a_name_that_looks_like_a_formula_is_a_text()
    {
        await app.In((PortalDb db) => db.Agencies.Where(a => a.Name == DemoBorough.OwnAgency)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Name, "=1+1")));
        var lead = await app.SignedInAs(Role.TrainingLead);
        foreach (var address in new[] { "/Flags/File/csv", "/Flags/File/csv?Closed=true", "/Agencies/File/csv", "/Returns/File/csv" })
            Assert.All(await RowsAsync(lead, address, "csv"), r => Assert.Equal("'=1+1", r["Agency"]));
        Assert.Single(await RowsAsync(lead, "/Agencies/File/csv", "csv"));
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(FrontDoor door, string address, string format)
    {
        var file = await door.Fetch(address);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (file.Status, file.Disposition));
        return format == "csv" ? DownloadedSheet.OfCsv(file.Bytes) : DownloadedSheet.OfWorkbook(file.Bytes);
    }

    /// <summary>An open flag with people behind it, the longest of its list.</summary>
    private async Task<(Id<Flag> Id, WebPage Page)> FlagOfPeopleAsync(FrontDoor door)
    {
        foreach (var id in await app.In((PortalDb db) => db.Flags.Where(f => f.ClosedOn == null && f.Level > 0)
            .OrderByDescending(f => f.Id).Select(f => f.Id).ToListAsync()))
            if (await door.Open($"/Flags/{id}") is var page && page.Text.Contains("on the staff list today", StringComparison.Ordinal))
                return (id, page);
        throw new InvalidOperationException("The borough has no open flag with people behind it");
    }
}
