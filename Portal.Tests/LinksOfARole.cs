using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>
/// Every link that a role is shown, followed from its home page on: each leads somewhere that the role may go, and a figure that is a
/// link leads to a page that counts as many.
/// </summary>
public sealed partial class LinksOfARole
{
    /// <summary>Pages of one shape, such as that of a person, that are read; and all of them together.</summary>
    private const int OfOneShape = 3, Most = 250;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>().Where(r => r != Role.System)];

    [Theory, MemberData(nameof(Roles))]
    public async Task Lead_where_the_role_may_go_and_to_as_many_as_they_say(Role role)
    {
        await using var app = await PortalApp.CreateAsync();
        var door = await app.SignedInAs(role);
        Dictionary<string, WebPage> read = [];
        async Task<WebPage> ReadAsync(string address) =>
            read.TryGetValue(address, out var page) ? page : read[address] = await door.Open(address);

        var (waiting, known, shapes) = (new Queue<string>(["/"]), new HashSet<string> { "/" }, new Dictionary<string, int>());
        List<string> wrong = [];
        while (waiting.TryDequeue(out var address) && read.Count < Most)
        {
            var page = await ReadAsync(address);
            foreach (var link in page.All("main a[href]").Where(a => !a.Matches("[aria-current], nav.govuk-pagination a")))
            {
                if (Within(page, link) is not { } to) continue;
                var shape = Shape(to.PathAndQuery);
                var isNew = known.Add(to.PathAndQuery) && (shapes[shape] = shapes.GetValueOrDefault(shape) + 1) <= OfOneShape;
                var figure = Figure().Match(Said(link));
                if (!isNew && !(figure.Success && read.ContainsKey(to.PathAndQuery))) continue;
                var there = await ReadAsync(to.PathAndQuery);
                if (there.Status is not HttpStatusCode.OK)
                    wrong.Add($"{address}: “{Said(link)}” leads to {to.PathAndQuery}, which answers {(int)there.Status}");
                else if (figure.Success && !Counts(there, to.Fragment.TrimStart('#'), Number(figure.Groups["count"].Value),
                    figure.Groups["of"] is { Success: true } of ? Number(of.Value) : null))
                    wrong.Add($"{address}: “{Said(link)}” leads to {to.PathAndQuery}{to.Fragment}, which counts otherwise");
                if (isNew && there.Headers.GetValueOrDefault("Content-Type", "").Contains("html", StringComparison.Ordinal))
                    waiting.Enqueue(to.PathAndQuery);
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    /// <summary>Where a link leads within the portal; null for one that leads out of it or ends the session.</summary>
    private static Uri? Within(WebPage page, IElement link)
    {
        var to = new Uri(page.Address, link.GetAttribute("href"));
        return to.Host == page.Address.Host && to.Scheme == page.Address.Scheme
            && !to.AbsolutePath.StartsWith("/Account/", StringComparison.OrdinalIgnoreCase)
            && !to.AbsolutePath.StartsWith("/Development/", StringComparison.OrdinalIgnoreCase) ? to : null;
    }

    /// <summary>
    /// A caption, a question or a sentence there begins with the number, or with what is left of a whole: "3 of 10 answered" is where the
    /// 7 are that are not. A link to a part of a page leads to a part that says the figure. Where nothing is listed, none are counted.
    /// </summary>
    private static bool Counts(WebPage page, string part, int count, int? of)
    {
        if (part.Length > 0 && page.All($"[id='{part}']") is var found)
            return found is [var there] && Numbers().Matches(Said(there.Closest("tr") ?? there)).Any(m => Number(m.Value) == count);
        var said = page.All("main caption, main legend, main p, main li, main h2").Select(e => Figure().Match(Said(e)))
            .Where(m => m.Success)
            .Select(m => (Count: Number(m.Groups["count"].Value), Of: m.Groups["of"] is { Success: true } w ? Number(w.Value) : (int?)null))
            .ToList();
        return said.Exists(s => s.Count == count || s.Count == of || s.Of - s.Count == count)
            || (count == 0 && page.All("main .app-empty").Count > 0);
    }

    private static string Said(IElement element) => Spaces().Replace(PageText.Of(element), " ").Trim();

    private static int Number(string digits) => int.Parse(digits.Replace(",", ""), System.Globalization.CultureInfo.InvariantCulture);

    private static string Shape(string address) => Value().Replace(Ids().Replace(address, "*"), "=");

    /// <summary>A count at the beginning: no day of a month, no per cent, no money, no time.</summary>
    [GeneratedRegex(
        @"^(?:All |See |The )?(?<count>\d[\d,]*)(?: of (?<of>\d[\d,]*))?(?![\d,]*[%.:/])\b"
            + @"(?! (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)| to \d)")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\d[\d,]*")] private static partial Regex Numbers();
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")] private static partial Regex Ids();
    [GeneratedRegex("=[^&]*")] private static partial Regex Value();
    [GeneratedRegex(@"\s+")] private static partial Regex Spaces();
}
