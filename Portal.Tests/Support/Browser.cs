using Microsoft.Playwright;
using Portal.Tests.Support;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Portal.Tests.Support;

/// <summary>How wide the window is: a desk, or the narrowest phone the portal promises to fit.</summary>
public enum Screen { Wide = 1280, Phone = 375 }

/// <summary>One Chromium for the whole run, started when the first test asks for it. Each walk has cookies of its own.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Arguments =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"
        ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> started = new(async () =>
    {
        var playwright = await Playwright.CreateAsync();
        var program = Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") ?? "/usr/bin/chromium";
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments }));
    });

    /// <summary>
    /// Walks through the portal as one person. Afterwards nothing may stand in the browser's console: no script error,
    /// no missing file, no breach of the content security policy. A failure leaves a picture of the page in TestResults.
    /// </summary>
    /// <param name="address">Where the portal listens.</param>
    /// <param name="script">False for a visitor whose browser runs no script.</param>
    public async Task Walk(Uri address, Screen screen, Func<BrowserPage, Task> steps, bool script = true)
    {
        var (_, chromium) = await started.Value;
        await using var context = await chromium.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = (int)screen, Height = 800 },
            JavaScriptEnabled = script,
            IgnoreHTTPSErrors = true,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        var page = new BrowserPage(await context.NewPageAsync(), script);
        try
        {
            await steps(page);
            page.HasAQuietConsole();
        }
        catch (Exception)
        {
            await page.KeepPicture(screen);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated) return;
        var (playwright, chromium) = await started.Value;
        await chromium.DisposeAsync();
        playwright.Dispose();
    }
}
