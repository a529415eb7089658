using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Benchmarks;

/// <summary>Pages of the running portal for those who are signed in, each against a bare Razor page of the same number of bytes.</summary>
internal static class PagesBenchmark
{
    private static readonly int[] Clients = [1, 16];

    public static async Task RunAsync(Options options)
    {
        await using var boroughs = await MadeUp.ProfileAsync(options);
        if (!options.HasPast) await boroughs.ForgetAsync();
        await boroughs.EvaluateAsync();
        var pages = await PagesAsync(boroughs);
        var cookies = new Dictionary<Role, string>();
        foreach (var role in pages.Select(p => p.Role).Distinct()) cookies[role] = await SignedIn.CookieAsync(boroughs, options, role);

        var table = new Table("page", "bytes", "clients", "median ms", "p95 ms", "requests/s", "bare requests/s", "share of bare");
        await using var portal = await Server.PortalAsync(boroughs.Connection, options, jobs: false, "/Account/SignIn");
        if (!options.Statistics) await boroughs.LoseStatisticsAsync();
        foreach (var (name, role, path) in pages)
        {
            var (page, cookie) = (new Uri($"http://127.0.0.1:{portal.Port}{path}"), cookies[role]);
            var bytes = await BytesAsync(page, cookie);
            await using var bare = await Server.BareAsync(options.Port + 1, bytes);
            foreach (var clients in Clients)
            {
                var (found, floor) = (await WarmAsync(page, cookie, clients, options.Seconds),
                    await WarmAsync(new($"http://127.0.0.1:{bare.Port}/"), null, clients, options.Seconds));
                table.Add(
                    name, bytes, clients, found.Median, found.P95, found.PerSecond, floor.PerSecond, found.PerSecond / floor.PerSecond);
            }
        }
        var without = options.Statistics ? "" : ", without statistics";
        table.Print($"Pages, {options.Profile}, {options.Provider}{without}");
        Console.WriteLine($"Resident memory of the portal: at most {portal.PeakMemory:N0} MB, {portal.Memory:N0} MB at the end");
    }

    /// <summary>The first seconds compile code and fill pools.</summary>
    private static async Task<Load> WarmAsync(Uri page, string? cookie, int clients, int seconds)
    {
        await Load.OfAsync(page, cookie, clients, Math.Max(1, seconds / 3));
        return await Load.OfAsync(page, cookie, clients, seconds);
    }

    /// <summary>How many bytes a page has, which must be answered and not sent elsewhere.</summary>
    private static async Task<long> BytesAsync(Uri page, string cookie)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await http.GetAsync(page);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{page} answered {(int)answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>The largest agency of the first borough, and someone with a full record in it.</summary>
    private static async Task<List<(string Name, Role Role, string Path)>> PagesAsync(MadeUp boroughs)
    {
        List<(string, Role, string)> pages = [];
        await boroughs.ActAsync(async acts =>
        {
            var db = acts.GetRequiredService<PortalDb>();
            var partnership = await SignedIn.Held(db, Role.Commissioner).Select(m => m.PartnershipId).SingleAsync();
            var agency = await db.Posts.Where(p => p.PartnershipId == partnership && p.LeftOn == null).GroupBy(p => p.AgencyId)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstAsync();
            var person = await db.Posts.Where(p => p.AgencyId == agency && p.LeftOn == null)
                .OrderByDescending(p => db.TrainingRecords.Count(r => r.StaffId == p.StaffId)).ThenBy(p => p.Id).Select(p => p.StaffId)
                .FirstAsync();
            pages =
            [
                .. new[]
                {
                    ("matrix", "/Standards/Matrix"), ("agency", $"/Agencies/{agency}"), ("staff list", "/Staff"),
                    ("staff, a search", "/Staff?Search=mar"), ("staff by level", "/Staff?Sort=Level"),
                    ("staff who lapsed", "/Staff?Standing=Lapsed"), ("person", $"/Staff/{person}"), ("courses", "/Courses"),
                    ("courses, a search", "/Courses?Search=abuse"), ("dates of a month", "/Courses/Month"),
                    ("dates you run", "/Courses/Dates"), ("framework", "/Framework"), ("what training is needed", "/Commissioning/Demand"),
                }.Select(p => (p.Item1, Role.Commissioner, p.Item2)),
                ("home, courses for you", Role.Learner, "/"),
            ];
        });
        return pages;
    }
}
