using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Support;

/// <summary>
/// A page as a person reads and uses it: fields are found by their label, buttons and links by their words.
/// What cannot be found fails with the text of the page.
/// </summary>
public sealed class WebPage
{
    private readonly FrontDoor door;
    private readonly IHtmlDocument document;
    private readonly Dictionary<IElement, (string Name, byte[] Bytes)> uploads = [];

    private WebPage(FrontDoor door, HttpResponseMessage response, string html)
    {
        this.door = door;
        Html = html;
        Status = response.StatusCode;
        Address = response.RequestMessage!.RequestUri!;
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        document = new HtmlParser().ParseDocument(html);
        Text = PageText.Of(document.Body!);
    }

    public HttpStatusCode Status { get; }
    public Uri Address { get; }
    public string Path => Address.AbsolutePath;
    public string Html { get; }
    public IReadOnlyDictionary<string, string> Headers { get; }
    public string Title => document.Title ?? "";

    /// <summary>What can be read on the page, one line for each block, and what a screen reader is told.</summary>
    public string Text { get; }

    /// <summary>For what has no words. Prefer words.</summary>
    public IReadOnlyList<IElement> All(string selector) => [.. document.QuerySelectorAll(selector)];

    internal static async Task<WebPage> Read(FrontDoor door, HttpResponseMessage response) =>
        new(door, response, await response.Content.ReadAsStringAsync());

    public WebPage Fill(string label, string value)
    {
        switch (Field(label))
        {
            case IHtmlInputElement { IsDisabled: false } input: input.Value = value; break;
            case IHtmlTextAreaElement { IsDisabled: false } area: area.Value = value; break;
            case var other: throw NotOnPage($"“{label}” is a {other.LocalName} that cannot be typed in");
        }
        return this;
    }

    /// <summary>Fills the day, month and year under one question.</summary>
    public WebPage Fill(string question, DateOnly day)
    {
        foreach (var (label, value) in new[] { ("Day", day.Day), ("Month", day.Month), ("Year", day.Year) })
            ((IHtmlInputElement)Field(label, Group(question))).Value = value.ToString();
        return this;
    }

    /// <summary>Chooses from a list, or among the radio buttons of a question.</summary>
    public WebPage Choose(string label, string option)
    {
        if (Labelled(document, label).OfType<IHtmlSelectElement>().SingleOrDefault() is { } list)
        {
            var wanted = list.Options.FirstOrDefault(o => Words(o.Text) == option)
                ?? throw NotOnPage(
                    $"“{label}” offers {string.Join(", ", list.Options.Select(o => $"“{Words(o.Text)}”"))} but not “{option}”");
            foreach (var each in list.Options) each.IsSelected = each == wanted;
            return this;
        }
        ((IHtmlInputElement)Field(option, Group(label))).IsChecked = true;
        return this;
    }

    public WebPage Tick(string label) => Tick(label, true);

    public WebPage Untick(string label) => Tick(label, false);

    public WebPage Upload(string label, string fileName, byte[] bytes)
    {
        uploads[Field(label)] = (fileName, bytes);
        return this;
    }

    /// <summary>What the field with this label holds now; for a list, the words of what is chosen.</summary>
    public string Value(string label) => Field(label) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement list => Words(list.SelectedOptions is [var chosen, ..] ? chosen.Text : ""),
        var other => throw NotOnPage($"“{label}” is a {other.LocalName}, which holds no value"),
    };

    public bool IsTicked(string label) => ((IHtmlInputElement)Field(label)).IsChecked;

    public async Task<WebPage> Press(string button)
    {
        var found = document.QuerySelectorAll<IHtmlElement>("button, input[type=submit], a[role=button]")
            .Where(b => Words(b is IHtmlInputElement input ? input.Value : PageText.Of(b)) == button).ToList();
        if (found is [IHtmlAnchorElement link, ..]) return await Follow(link);
        if (found.Count != 1)
            throw NotOnPage(found.Count == 0
                ? $"There is no button “{button}”"
                : $"{found.Count} buttons say “{button}”: give each words of its own");
        var form = (found[0] as IHtmlButtonElement)?.Form ?? (found[0] as IHtmlInputElement)?.Form
            ?? throw NotOnPage($"The button “{button}” belongs to no form");
        return await SendAsync(new FormSubmission(form, found[0], uploads).Request(Address));
    }

    public async Task<WebPage> Follow(string link)
    {
        var found = document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(a => Words(PageText.Of(a)) == link).ToList();
        return found.DistinctBy(a => a.GetAttribute("href")).Count() switch
        {
            1 => await Follow(found[0]),
            0 => throw NotOnPage($"There is no link “{link}”"),
            var places => throw NotOnPage($"Links that say “{link}” lead to {places} different places: give each words of its own"),
        };
    }

    public WebPage Shows(params string[] words)
    {
        foreach (var each in words)
            if (!Words(Text).Contains(Words(each), StringComparison.Ordinal)) throw NotOnPage($"The page does not show “{each}”");
        return this;
    }

    public WebPage DoesNotShow(params string[] words)
    {
        foreach (var each in words)
            if (Words(Text).Contains(Words(each), StringComparison.Ordinal)) throw NotOnPage($"The page shows “{each}”");
        return this;
    }

    public WebPage Answers(HttpStatusCode status) =>
        Status == status ? this : throw NotOnPage($"The page answers {(int)Status} and not {(int)status}");

    private Task<WebPage> Follow(IHtmlAnchorElement link) =>
        SendAsync(new(HttpMethod.Get, new Uri(Address, link.GetAttribute("href"))));

    /// <summary>From here, as a browser says it.</summary>
    private async Task<WebPage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Referrer = Address;
        return await door.Send(request);
    }

    private WebPage Tick(string label, bool ticked)
    {
        ((IHtmlInputElement)Field(label)).IsChecked = ticked;
        return this;
    }

    private IElement Group(string question) => document.QuerySelectorAll("fieldset")
        .FirstOrDefault(f => f.QuerySelector("legend") is { } legend && Words(PageText.Of(legend)) == question)
        ?? throw NotOnPage($"There is no field or question “{question}”");

    private IElement Field(string label, IElement? group = null) => Labelled((IParentNode?)group ?? document, label) switch
    {
        [var only] => only,
        [] => throw NotOnPage($"There is no field “{label}”"),
        var several => throw NotOnPage($"{several.Count} fields are called “{label}”: give each a label of its own"),
    };

    private List<IElement> Labelled(IParentNode place, string label) =>
        [.. place.QuerySelectorAll("label").OfType<IHtmlLabelElement>().Where(l => Words(PageText.Of(l)) == label)
            .Select(l => l.Control ?? l.QuerySelector("input, select, textarea")
                ?? throw NotOnPage($"The label “{label}” belongs to no field"))
            .Distinct()];

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Exception NotOnPage(string what) =>
        new Xunit.Sdk.XunitException($"{what}.\n\n{Address.PathAndQuery} answered {(int)Status} “{Title}” and shows:\n\n{Text}");
}
