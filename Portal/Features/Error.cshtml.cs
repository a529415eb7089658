using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features;

/// <summary>What people read when a page cannot be shown: what may have happened, and what to do next.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel(Contacts contacts) : PageModel
{
    [FromRoute] public int Status { get; set; }

    public string Heading => Words.Heading;
    public IReadOnlyList<string> Sentences => Words.Sentences;

    /// <summary>Where someone with several roles chooses another and comes back; null when that cannot help.</summary>
    public string? AnotherRole => Status is 403 or 404 && HttpContext.SignedIn() is { HasChoice: true }
        && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
        ? Url.Page("/Account/ActingAs", new { ReturnUrl = asked.OriginalPath + asked.OriginalQueryString }) : null;
    public string? Reference => Status >= 500 ? WebSetup.Reference(HttpContext) : null;

    /// <summary>Who helps someone who may not open a page, or does not find it; null for a visitor, who is told nobody’s name.</summary>
    public async Task<Contacts.Found?> WhoAsync() => Status is 403 or 404 && HttpContext.SignedIn()?.Viewer is { } viewer
        ? await contacts.RunAsync(viewer, HttpContext.RequestAborted) : null;

    private (string Heading, string[] Sentences) Words => Status switch
    {
        400 => ("This form can no longer be used",
            [
                "It was open for a long time, or you signed in or out in another window meanwhile. Nothing was changed.",
                "Go back, reload the page and send it again."
            ]),
        403 => ("Your role does not open this page",
            ["You are signed in, but the role you act in does not include it. If you hold another role, change whom you act for at "
                + "the top of the page.",
             "If you need it for your work, ask one of these people."]),
        404 => ("We cannot find that page",
            ["The address may be mistyped or cut off, what it showed may have been removed, or it belongs to an agency you do not act for.",
             "If you followed a link in the portal, you may have changed whom you act for since."]),
        429 => ("Too many tries", ["There were many tries from your network in a short time. Wait a minute, then try again."]),
        >= 500 => ("Something went wrong on our side",
            ["What you did was not saved. It has been written to the log. Try again in a few minutes."]),
        _ => ("This cannot be shown", ["The portal could not read what your browser sent. Go back and try again."]),
    };
}
