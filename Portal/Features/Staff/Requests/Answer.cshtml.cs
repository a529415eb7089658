using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Staff.Requests;

/// <summary>Where the link in a message leads: whoever opens it reads the mail of the person it is about, and needs no account.</summary>
[AllowAnonymous]
public sealed class AnswerModel(AskedOfMe asked, AnswerByLink answer) : LoadedPageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty] public bool? Agree { get; set; }

    /// <summary>Null when there is nothing to answer any more.</summary>
    public AskedOfMe.Found? Found { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Found = await asked.RunAsync(Code, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Agree is not { } agree) throw new Refused("Choose whether you agree");
        await answer.RunAsync(Code, agree, cancel);
        TempData.Notify(agree ? $"Agreed. {Found?.Agency} now has you on its staff list" : $"Declined. {Found?.Agency} has not added you");
        return RedirectToPage(new { Code });
    }
}
