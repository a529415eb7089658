using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>Fills in the first form of a page, whatever it asks.</summary>
internal static class LikelyAnswers
{
    /// <summary>What the first button of a page sends when its form is filled in, as often as one likes; null without a form.</summary>
    public static async Task<Func<HttpRequestMessage>?> OpenAsync(FrontDoor door, string address, string typed = "")
    {
        var page = await door.Open(address);
        var found = page.All("main form[method=post]").OfType<IHtmlFormElement>().FirstOrDefault();
        if (page.Status != HttpStatusCode.OK || found is not { } form) return null;
        FillIn(form, typed.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]));
        var button = form.QuerySelector("button, input[type=submit]") ?? form;
        return () => new FormSubmission(form, button, new Dictionary<IElement, (string, byte[])>()).Request(page.Address);
    }

    /// <summary>What is said, and something likely wherever nothing stands: the first choice, a number, a word.</summary>
    private static void FillIn(IHtmlFormElement form, Dictionary<string, string> typed)
    {
        var chosen = form.QuerySelectorAll("input[type=radio][checked]").Select(r => r.GetAttribute("name")!).ToHashSet();
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var said = typed.GetValueOrDefault(field.GetAttribute("name")!);
            switch (field)
            {
                case IHtmlSelectElement list when list.Options.Length > 0: list.Options[^1].IsSelected = true; break;
                case IHtmlInputElement { Type: "radio" } radio: radio.IsChecked |= chosen.Add(radio.Name!); break;
                case IHtmlInputElement { Type: "checkbox" } box: box.IsChecked = true; break;
                case IHtmlInputElement { Type: "text" or "email" } input when said is not null || input.Value.Length == 0:
                    input.Value = said ?? Likely(input);
                    break;
                case IHtmlTextAreaElement area when said is not null || area.Value.Length == 0: area.Value = said ?? "Once"; break;
            }
        }
    }

    private static string Likely(IHtmlInputElement input) => input switch
    {
        { Type: "email" } => "someone@brambleford.example",
        { Name: var name } when name!.EndsWith(".Year", StringComparison.Ordinal) => "2026",
        _ when input.GetAttribute("inputmode") is "numeric" or "decimal" => "1",
        _ => "Once",
    };
}
