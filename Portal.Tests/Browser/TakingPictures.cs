using System.Text.RegularExpressions;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>
/// The pictures in README, taken of the fictional borough as a member of its board sees it, who sees no names of staff. They go to
/// TestResults, and to docs/pictures when PORTAL_TEST_PICTURES says so: <c>./test.sh pictures</c>.
/// </summary>
public sealed partial class TakingPictures(Support.Browser browser)
{
    private const int MostBytes = 100_000;

    private static readonly string Folder = Repository.File(
        Environment.GetEnvironmentVariable("PORTAL_TEST_PICTURES") is { Length: > 0 } folder ? folder : "TestResults/pictures");

    [Fact]
    public async Task Of_the_matrix_and_of_a_flags_proof()
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        await browser.Walk(app.Address!, Screen.Wide, async page =>
        {
            await page.Open("/Account/SignIn");
            await page.Fill("Email address", DemoPeople.Email[Role.BoardMember]);
            await page.Fill("Password", DemoPeople.Password);
            await page.Press("Sign in");
            await page.Open("/Standards/Matrix");
            await TakeAsync(page, "matrix", height: 640);
            await page.Page.SetViewportSizeAsync(900, 800);
            await page.Open("/Flags");
            await page.Page.Locator("tbody th a").First.ClickAsync();
            await page.Shows("What would clear it");
            await TakeAsync(page, "proof", height: 850);
        });
    }

    [Fact]
    public void Of_the_README_are_there_small_and_said_in_words()
    {
        var pictures = Picture().Matches(File.ReadAllText(Repository.File("README.md")));
        Assert.Equal(["docs/pictures/matrix.png", "docs/pictures/proof.png"], pictures.Select(p => p.Groups["path"].Value));
        Assert.All(pictures, p => Assert.True(p.Groups["words"].Length > 40));
        Assert.All(pictures, p => Assert.InRange(new FileInfo(Repository.File(p.Groups["path"].Value)).Length, 1, MostBytes));
    }

    /// <summary>The upper part of what a page is about, without the head that is on every page.</summary>
    private static async Task TakeAsync(BrowserPage page, string name, int height)
    {
        var main = (await page.Page.Locator("#main-content").BoundingBoxAsync())!;
        Directory.CreateDirectory(Folder);
        var picture = await page.Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Folder, $"{name}.png"), FullPage = true,
            Clip = new() { X = main.X - 10, Y = main.Y, Width = main.Width + 20, Height = Math.Min(main.Height, height) },
        });
        Assert.InRange(picture.Length, MostBytes / 10, 2 * MostBytes); // fonts differ between machines; what is committed is small
    }

    [GeneratedRegex(@"!\[(?<words>[^\]]*)\]\((?<path>[^)]*)\)")] private static partial Regex Picture();
}
