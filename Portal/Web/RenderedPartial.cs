using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.Web;

/// <summary>
/// A part of a page that was drawn once, to be written any number of times. It goes straight out, past the buffers in which a
/// view collects what it writes.
/// </summary>
public sealed class RenderedPartial(string html) : IHtmlAsyncContent
{
    /// <summary>Draws a partial view. What it shows must not depend on who looks, beyond what the caller tells apart.</summary>
    public static async Task<RenderedPartial> OfAsync(IHtmlHelper page, string partial, object model)
    {
        var writer = page.ViewContext.Writer;
        await using var text = new StringWriter();
        try
        {
            page.ViewContext.Writer = text;
            await page.RenderPartialAsync(partial, model);
        }
        finally
        {
            page.ViewContext.Writer = writer;
        }
        return new(text.ToString());
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(html);

    public async ValueTask WriteToAsync(TextWriter writer) => await writer.WriteAsync(html);
}
