using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Tests.Support;
using Portal.Web.TagHelpers;

namespace Portal.Tests;

/// <summary>
/// Every field of every form, which it finds for itself, given what no form expects. Nothing falls over, nothing is shown as
/// markup, and what is refused is still in its field.
/// </summary>
public sealed class HostileForms : IAsyncLifetime
{
    private const string Script = "<script>hostile()</script>";
    private static readonly string Long = new('x', 100_000);
    private static readonly string[] Hostile = [Long, $"\"'>{Script}&#0;{{{{7*7}}}}", "bell\a escape\u001b", ""];

    /// <summary>Together they reach every form.</summary>
    private static readonly Role[] Roles =
    [
        Role.Commissioner, Role.TrainingLead, Role.ExecutiveLead, Role.BoardMember, Role.Learner, Role.SystemAdministrator
    ];

    private readonly List<string> wrong = [];
    private PortalApp app = null!;
    private PageIds ids = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        ids = await PageIds.OfBoroughAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Lose_nothing_and_break_nothing()
    {
        var (reached, fields) = (new HashSet<string>(), 0);
        foreach (var role in Roles)
        {
            var door = await app.SignedInAs(role);
            foreach (var page in PortalPage.AllOf(app)
                .Where(p => p.TakesPosts && p.OpensTo(role) && ids.Know(p.Route) && !reached.Contains(p.Name)))
                if (await TryAsync(door, ids.Fill(page.Route, theirs: false)) is var tried and > 0 && reached.Add(page.Name))
                    fields += tried;
        }
        var visitor = app.Visitor();
        foreach (var address in new[] { "/Account/SignIn", "/Account/ForgottenPassword" }) fields += await TryAsync(visitor, address);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
        Assert.InRange(fields, 50, int.MaxValue);
    }

    [Fact]
    public async Task Say_in_words_what_is_missing_when_nothing_is_typed()
    {
        var (reached, refused) = (new HashSet<string>(), 0);
        foreach (var role in Roles)
        {
            var door = await app.SignedInAs(role);
            foreach (var page in PortalPage.AllOf(app)
                .Where(p => p.TakesPosts && p.OpensTo(role) && ids.Know(p.Route) && !reached.Contains(p.Name)))
                if (await LeaveEmptyAsync(door, ids.Fill(page.Route, theirs: false)) is { } no && reached.Add(page.Name)) refused += no;
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
        Assert.InRange(refused, 30, int.MaxValue);
    }

    /// <summary>How often the form was refused, with nothing chosen and with everything; null when the page has no form.</summary>
    private async Task<int?> LeaveEmptyAsync(FrontDoor door, string address)
    {
        var refused = 0;
        foreach (var chosen in new[] { false, true })
        {
            var page = await door.Open(address);
            if (page.Status != HttpStatusCode.OK || page.Path != address || FormsOf(page).FirstOrDefault() is not { } form)
                return chosen ? refused : null;
            foreach (var field in Fields(form))
            {
                if (field is IHtmlSelectElement list)
                    foreach (var option in list.Options) option.IsSelected = option == list.Options[chosen ? ^1 : 0];
                else if (field is IHtmlInputElement { Type: "radio" or "checkbox" } box) box.IsChecked = chosen;
                else if (field is not IHtmlInputElement { Type: "hidden" }) Type(field, "");
            }
            var answer = await SendAsync(page, door, form);
            if (answer.Status >= HttpStatusCode.InternalServerError) wrong.Add($"{page.Path} left empty: {(int)answer.Status}");
            if (answer.Status == HttpStatusCode.BadRequest) refused++;
            if (IsMute(answer))
                wrong.Add($"{page.Path} left empty{(chosen ? " but for its choices" : "")} says that there is a problem, and not which");
        }
        return refused;
    }

    private static Task<WebPage> SendAsync(WebPage page, FrontDoor door, IHtmlFormElement form)
    {
        var button = form.QuerySelector("button, input[type=submit]") ?? form;
        return door.Send(new FormSubmission(form, button, new Dictionary<IElement, (string, byte[])>()).Request(page.Address));
    }

    /// <summary>An error summary that names no problem, or names only that there is one.</summary>
    private static bool IsMute(WebPage page) => page.All(".govuk-error-summary").Any(summary =>
        summary.QuerySelectorAll("li").All(problem => problem.TextContent.Trim() is "" or FieldProblem.Unsaid));

    /// <summary>How many fields of the page were tried.</summary>
    private async Task<int> TryAsync(FrontDoor door, string address)
    {
        var page = await door.Open(address);
        if (page.Status != HttpStatusCode.OK || page.Path != address) return 0;
        var names = FormsOf(page).SelectMany(Fields).Select(f => f.GetAttribute("name")!).Distinct().ToList();
        foreach (var name in names)
            foreach (var text in Hostile)
                await TypeAsync(await door.Open(address), door, name, text);
        return names.Count;
    }

    private async Task TypeAsync(WebPage page, FrontDoor door, string name, string text)
    {
        // Not there any more: what was typed before has been taken, and the page has moved on.
        if (Named(page, name) is not { Form: { } form } field) return;
        var typed = Type(field.Element, text);
        var answer = await SendAsync(page, door, form);
        var what = $"{page.Path}, {name}, {text[..Math.Min(12, text.Length)]}…: {(int)answer.Status}";
        if (answer.Status >= HttpStatusCode.InternalServerError) wrong.Add(what);
        if (answer.Html.Contains(Script, StringComparison.Ordinal)) wrong.Add($"{what} shows markup as it was typed");
        if (typed && text == Long && answer.Status == HttpStatusCode.OK) wrong.Add($"{what} takes 100,000 characters");
        if (typed && text != Hostile[2] && answer.Status == HttpStatusCode.BadRequest && Named(answer, name) is { } again
            && Value(again.Element) != text)
            wrong.Add($"{what} loses what was typed");
        if (IsMute(answer)) wrong.Add($"{what} says that there is a problem, and not which");
        if (answer.Status == HttpStatusCode.BadRequest && !answer.Text.Contains("There is a problem", StringComparison.Ordinal))
            wrong.Add($"{what} does not say what is wrong");
    }

    private static (IElement Element, IHtmlFormElement Form)? Named(WebPage page, string name) =>
        FormsOf(page).SelectMany(f => Fields(f).Select(e => (e, f))).Where(f => f.e.GetAttribute("name") == name)
            .Select(f => ((IElement, IHtmlFormElement)?)f).FirstOrDefault();

    private static IEnumerable<IHtmlFormElement> FormsOf(WebPage page) => page.All("main form[method=post]").OfType<IHtmlFormElement>();

    private static IEnumerable<IElement> Fields(IHtmlFormElement form) =>
        form.QuerySelectorAll("input[name], textarea[name], select[name]")
            .Where(e => e.GetAttribute("name") != "__RequestVerificationToken"
                && e is not IHtmlInputElement { Type: "file" or "submit" or "password" });

    /// <summary>Types it, or tampers with what can only be chosen; says whether it is a field in which people type.</summary>
    private static bool Type(IElement field, string text)
    {
        switch (field)
        {
            case IHtmlTextAreaElement area: area.Value = text; return true;
            case IHtmlSelectElement { Options.Length: > 0 } list:
                list.Options[0].Value =
                text; list.Options[0].IsSelected = true; return false;
            case IHtmlInputElement { Type: "radio" or "checkbox" } box: box.SetAttribute("value", text); box.IsChecked = true; return false;
            case IHtmlInputElement { Type: "hidden" } hidden: hidden.Value = text; return false;
            case IHtmlInputElement input: input.Value = text; return true;
            default: return false;
        }
    }

    private static string? Value(IElement field) => field is IHtmlTextAreaElement area ? area.Value : (field as IHtmlInputElement)?.Value;
}
