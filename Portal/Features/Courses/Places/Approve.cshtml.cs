using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Courses.Places;

/// <summary>Where the link to a line manager leads: whoever opens it reads their mail, and needs no account.</summary>
[AllowAnonymous]
public sealed class ApproveModel(AskedByLink asked, AgreeByLink answer) : LoadedPageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty] public bool? Agree { get; set; }

    /// <summary>Null when there is nothing to answer any more.</summary>
    public AskedByLink.Found? Found { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Found = await asked.RunAsync(Code, BookingState.AwaitingManager, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Agree is not { } agree) throw new Refused("Choose whether you agree");
        await answer.RunAsync(Code, agree, cancel);
        TempData.Notify(agree ? "Agreed. The place is booked" : "Not agreed. The place is given back");
        return RedirectToPage(new { Code });
    }
}
