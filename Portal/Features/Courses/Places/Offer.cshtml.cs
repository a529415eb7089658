using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Courses.Places;

/// <summary>Where the link of an offer leads: whoever opens it reads the mail of the person it is for, and needs no account.</summary>
[AllowAnonymous]
public sealed class OfferModel(AskedByLink asked, AnswerOfferByLink answer) : LoadedPageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty] public bool? Accept { get; set; }

    /// <summary>Null when there is nothing to answer any more.</summary>
    public AskedByLink.Found? Found { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Found = await asked.RunAsync(Code, BookingState.Offered, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Accept is not { } accept) throw new Refused("Choose whether you take the place");
        await answer.RunAsync(Code, accept, cancel);
        TempData.Notify(accept ? "You have taken the place" : "You have turned the place down");
        return RedirectToPage(new { Code });
    }
}
