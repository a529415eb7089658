using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Portal.Tests.Support;

/// <summary>A page in a real browser, used by label and words as <see cref="WebPage"/> is. For all else, <see cref="Page"/>.</summary>
public sealed class BrowserPage
{
    private static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// What axe finds, in words. GOV.UK Frontend's own script says on a radio whether the question it reveals is open. ARIA does not allow
    /// it there; screen readers that know it read it, and others pass it over.
    /// </summary>
    private const string Faults = """
        async tags => {
          const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          const revealing = html => html.includes('govuk-radios__input') && html.includes('aria-expanded');
          return violations
            .map(v => ({ ...v, nodes: v.nodes.filter(n => v.id !== 'aria-allowed-attr' || !revealing(n.html)) }))
            .filter(v => v.nodes.length > 0)
            .map(v => `${v.impact}: ${v.help} (${v.id}, ${v.helpUrl})\n${v.nodes.map(n => `  ${n.html}\n`).join('')}`);
        }
        """;

    private readonly bool script;
    private readonly List<string> problems = [];
    private readonly HashSet<string> opened = [];

    internal BrowserPage(IPage page, bool script)
    {
        (Page, this.script) = (page, script);
        page.Request += (_, request) => { if (request.IsNavigationRequest) opened.Add(request.Url); };
        page.PageError += (_, error) => problems.Add($"Script error: {error}");
        page.Console += (_, message) =>
        {
            // A page that answers 400 or 404 on purpose is an answer, not a missing file.
            if (message.Type == "error"
                && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
                    && opened.Contains(message.Location.Split(":0:0")[0])))
                problems.Add($"{message.Text} ({message.Location})");
        };
    }

    public IPage Page { get; }

    public Task Open(string path) => Page.GotoAsync(path);

    public Task Fill(string label, string value) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);

    public Task Choose(string label, string option) =>
        Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Ticks a checkbox or chooses a radio button.</summary>
    public Task Tick(string label) => Page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    public Task Upload(string label, string fileName, byte[] bytes, string type = "application/octet-stream") =>
        Page.GetByLabel(label, new() { Exact = true })
            .SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = type, Buffer = bytes });

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Waits until each is somewhere on the page.</summary>
    public async Task Shows(params string[] words)
    {
        foreach (var each in words) await Page.GetByText(each).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Fits the window at its width, and has nothing that WCAG 2.2 AA forbids.</summary>
    public async Task IsSound()
    {
        await DoesNotScrollSideways();
        await IsAccessible();
    }

    /// <summary>
    /// axe finds no breach of WCAG 2.2 AA, nor of the good practice it knows. It is script itself, so it says nothing without.
    /// </summary>
    public async Task IsAccessible()
    {
        if (!script) return;
        // Once for each page that is opened: it stays while the window is made narrow.
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(Axe);
        var faults = await Page.EvaluateAsync<string[]>(Faults, Wcag);
        if (faults.Length > 0) throw new XunitException($"axe finds fault with {Page.Url}\n\n{string.Join('\n', faults)}");
    }

    public async Task DoesNotScrollSideways()
    {
        var wide = await Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(0, 5).map(e => e.outerHTML.slice(0, 160))
            """);
        if (wide.Length > 0) throw new XunitException($"{Page.Url} scrolls sideways because of\n{string.Join('\n', wide)}");
    }

    /// <summary>Printed on A4 within its margins nothing is cut off at the side, and the menu stays on the screen.</summary>
    public async Task FitsPaper()
    {
        var window = Page.ViewportSize!;
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Page.SetViewportSizeAsync(673, 1000);
        await DoesNotScrollSideways();
        Assert.False(await Page.GetByRole(AriaRole.Navigation).First.IsVisibleAsync());
        await Page.EmulateMediaAsync(new() { Media = Media.Null });
        await Page.SetViewportSizeAsync(window.Width, window.Height);
    }

    internal void HasAQuietConsole()
    {
        if (problems.Count > 0) throw new XunitException($"The browser's console says\n{string.Join('\n', problems)}");
    }

    internal async Task KeepPicture(Screen screen)
    {
        var name = string.Concat((TestContext.Current.Test?.TestDisplayName ?? "walk")
            .Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-'));
        var path = Repository.File("TestResults", $"{name}-{screen}{(script ? "" : "-no-script")}.png");
        await Page.ScreenshotAsync(new() { Path = path, FullPage = true });
        TestContext.Current.TestOutputHelper?.WriteLine($"{Page.Url} as it was: {path}");
    }
}
