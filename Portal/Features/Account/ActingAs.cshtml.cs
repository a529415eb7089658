using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Account;

[Authorize]
public sealed class ActingAsModel(MyMemberships memberships, ActAs actAs) : LoadedPageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>The choice that a link has made already; it still takes a press of the button.</summary>
    [BindProperty(SupportsGet = true)] public Id<Membership>? As { get; set; }
    [BindProperty, Required(ErrorMessage = "Select whom you act for")] public Id<Membership>? MembershipId { get; set; }
    public IReadOnlyList<Choice> Choices { get; private set; } = [];
    public string? SupportEmail { get; private set; }
    public MyMemberships.JobLeft? Left { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var mine = await memberships.RunAsync(HttpContext.SignedIn()!.UserId, cancel);
        Choices = [.. mine.Current.Select(m => new Choice(
            m.Id.ToString(), m.Place is null ? m.Role.Words() : $"{m.Role.Words()}, {m.Place}") { Hint = m.Partnership })];
        var acting = HttpContext.SignedIn()!.Viewer?.MembershipId;
        (SupportEmail, Left, MembershipId) = (mine.SupportEmail, mine.Left, MembershipId ?? As ?? acting ?? mine.Last);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await actAs.RunAsync(HttpContext.SignedIn()!, MembershipId!.Value, cancel);
        return this.RedirectBack(ReturnUrl);
    }
}
