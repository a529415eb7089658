using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies.Commitments;

[Allow(Permission.SignCommitment)]
public sealed class SignModel(
    AgencyView agencies, CommitmentTexts texts, SignCommitment sign, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    [BindProperty] public int Number { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter the office of the person who signs"), UpTo(100)] public string? Office { get; set; }
    [BindProperty, UpTo(2000, What = "What you undertake")] public string? Undertaking { get; set; }
    public CommitmentTexts.Text Text { get; private set; } = null!;

    public void OnGet() => Number = Text.Number;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await sign.RunAsync(Viewer, AgencyId, Number, Office!, Undertaking, cancel);
        TempData.Notify("Thank you. Your signature is in the register");
        return RedirectToPage("Commitment");
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Text = (await texts.RunAsync(Viewer, cancel))[0];
        return true;
    }
}
