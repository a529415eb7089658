using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Portal.Tests.Support;

/// <summary>The request a browser makes when a button of a form is pressed: every field, as it stands on the page.</summary>
internal sealed class FormSubmission(
    IHtmlFormElement form, IElement button, IReadOnlyDictionary<IElement, (string Name, byte[] Bytes)> uploads)
{
    public HttpRequestMessage Request(Uri page)
    {
        var target = new Uri(page, button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.PathAndQuery);
        var method = button.GetAttribute("formmethod") ?? form.GetAttribute("method") ?? "get";
        if (method.Equals("get", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', Fields().Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
            return new(HttpMethod.Get, new UriBuilder(target) { Query = query }.Uri);
        }
        return new(
            HttpMethod.Post,
            target)
        { Content = form.Enctype == "multipart/form-data" ? Multipart() : new FormUrlEncodedContent(Fields()) };
    }

    private IEnumerable<KeyValuePair<string, string>> Fields() => form.Elements.OfType<IElement>()
        .Where(e => !string.IsNullOrEmpty(e.GetAttribute("name")) && !e.IsDisabled())
        .SelectMany(e => Values(e).Select(v => KeyValuePair.Create(e.GetAttribute("name")!, v)));

    private IEnumerable<string> Values(IElement element) => element switch
    {
        IHtmlInputElement { Type: "file" or "reset" or "button" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.GetAttribute("value") ?? "on"] : [],
        IHtmlInputElement { Type: "submit" or "image" } or IHtmlButtonElement =>
            element == button ? [element.GetAttribute("value") ?? ""] : [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement list => list.SelectedOptions.Select(o => o.Value),
        _ => [],
    };

    private MultipartFormDataContent Multipart()
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Fields()) content.Add(new StringContent(value), name);
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "file"))
            if (uploads.TryGetValue(input, out var file)) content.Add(new ByteArrayContent(file.Bytes), input.Name!, file.Name);
        return content;
    }
}
