using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Web;

namespace Portal.Features.Account.Invitations;

[AllowAnonymous]
public sealed class InvitationModel(InvitationFound invitation, AcceptInvitation accept) : LoadedPageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter your full name"), UpTo(200, What = "Your full name")] public string? Name { get; set; }
    [BindProperty, Required(ErrorMessage = "Choose a password"), DataType(DataType.Password)] public string? Password { get; set; }
    public InvitationFound.Found Found { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Found = await invitation.RunAsync(Code, cancel);
        Name ??= Request.Method == HttpMethods.Get ? Found.Name : null;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await accept.RunAsync(Code, Name!, Password!, cancel);
        TempData.Notify("Welcome. You are signed in");
        return LocalRedirect("~/");
    }
}
