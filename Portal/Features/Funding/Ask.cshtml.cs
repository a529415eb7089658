using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Funding;

[Allow(Permission.EditFunding)]
public sealed class AskModel(FundingLedger ledger, AskForContribution ask, Viewer viewer) : FundingPageModel(ledger, viewer)
{
    [BindProperty, Required(ErrorMessage = "Enter the board"), UpTo(150)] public string? Board { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter an amount"), Display(Name = "Amount asked")] public Money? Asked { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter the day on which it was asked"), Display(Name = "Asked on")]
    public DateOnly? AskedOn { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await ask.RunAsync(Viewer, Board!, Asked!.Value, AskedOn!.Value, cancel);
        TempData.Notify("Request recorded");
        return RedirectToPage("Index");
    }
}
