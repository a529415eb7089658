using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Benchmarks;

/// <summary>
/// Every page and file that a role finds by its links, from its home page on, a few of each shape: how long the first answer took, and
/// the middle one of those after it, which what is kept answers where anything is kept; and the processor time of one of these, which is
/// the same on a busy machine.
/// </summary>
internal static partial class WalkBenchmark
{
    /// <summary>
    /// Pages of one shape, such as that of a person, that are asked for; all of a role together; and the slowest, which are told.
    /// </summary>
    private const int OfOneShape = 2, Most = 600, Told = 40;

    private sealed record Asked(Role Role, string Address, HttpStatusCode Status, long Bytes, double First, double Again, double Worked);

    public static async Task RunAsync(Options options)
    {
        await using var boroughs = await MadeUp.ProfileAsync(options);
        // A borough with a past keeps it: that is what is walked.
        if (!options.HasPast) await boroughs.ForgetAsync();
        await boroughs.EvaluateAsync();
        await using var portal = await Server.PortalAsync(boroughs.Connection, options, jobs: false, "/Account/SignIn");
        List<Asked> all = [];
        foreach (var role in await RolesAsync(boroughs))
        {
            var theirs = await WalkAsync(portal, role, await SignedIn.CookieAsync(boroughs, options, role), options.Runs);
            all.AddRange(theirs);
            // A walk takes long: whoever stops it has what was seen so far.
            Console.WriteLine($"{role}: {theirs.Count} pages and files, the slowest {theirs.MaxBy(p => p.Worked)?.Address}");
        }

        var table = new Table("page", "role", "bytes", "first ms", "again ms", "processor ms");
        foreach (var page in all.OrderByDescending(p => p.Worked).Take(Told))
            table.Add(page.Address, page.Role, page.Bytes, page.First, page.Again, page.Worked);
        table.Print($"The slowest of {all.Count} pages and files, {options.Profile}, {options.Provider}");
        Console.WriteLine($"Over 300 ms at first: {all.Count(p => p.First > 300)}, again: {all.Count(p => p.Again > 300)}, "
            + $"of processor time: {all.Count(p => p.Worked > 300)}; over 250 kB: {all.Count(p => p.Bytes > 250_000)}; "
            + $"peak memory {portal.PeakMemory:N0} MB");
        foreach (var page in all.Where(p => p.Status != HttpStatusCode.OK))
            Console.WriteLine($"{page.Address} answered {page.Status} to {page.Role}");
    }

    private static async Task<List<Role>> RolesAsync(MadeUp boroughs)
    {
        List<Role> roles = [];
        await boroughs.ActAsync(async acts =>
        {
            var db = acts.GetRequiredService<PortalDb>();
            foreach (var role in DemoPeople.Email.Keys)
                if (await SignedIn.Held(db, role).CountAsync() == 1) roles.Add(role);
        });
        return roles;
    }

    private static async Task<List<Asked>> WalkAsync(Server portal, Role role, string cookie, int runs)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new($"http://127.0.0.1:{portal.Port}")
        };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var (waiting, known, shapes) = (new Queue<string>(["/"]), new HashSet<string> { "/" }, new Dictionary<string, int>());
        List<Asked> asked = [];
        while (waiting.TryDequeue(out var address) && asked.Count < Most)
        {
            var (status, text, bytes, first) = await AskAsync(http, address);
            var (again, before) = (new List<double>(), portal.Worked);
            for (var i = 0; i < runs; i++) again.Add((await AskAsync(http, address)).Milliseconds);
            var worked = (portal.Worked - before).TotalMilliseconds / runs;
            asked.Add(new(role, address, status, bytes, first, new Sample(again).Median, worked));
            foreach (var link in Link().Matches(text).Select(l => WebUtility.HtmlDecode(l.Groups["to"].Value)).Where(IsAsked))
                if (known.Add(link) && (shapes[Shape(link)] = shapes.GetValueOrDefault(Shape(link)) + 1) <= OfOneShape)
                    waiting.Enqueue(link);
        }
        return asked;
    }

    private static async Task<(HttpStatusCode Status, string Text, long Bytes, double Milliseconds)> AskAsync(
        HttpClient http, string address)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        var content = await answer.Content.ReadAsByteArrayAsync();
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        var text = isPage ? System.Text.Encoding.UTF8.GetString(content) : "";
        return (answer.StatusCode, text, content.Length, watch.Elapsed.TotalMilliseconds);
    }

    private static bool IsAsked(string link) => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)
        && !link.StartsWith("/Account/", StringComparison.OrdinalIgnoreCase) && !link.Contains('.', StringComparison.Ordinal);

    /// <summary>An address without what tells two pages of one kind apart.</summary>
    private static string Shape(string address) => Varying().Replace(address, "…");

    [GeneratedRegex("<a [^>]*href=\"(?<to>[^\"#]+)")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|(?<==)[^&]*|(?<=/)[A-Z]*\\d[\\w-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Varying();
}
