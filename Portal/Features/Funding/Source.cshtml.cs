using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Funding;

[Allow(Permission.EditFunding)]
public sealed class SourceModel(FundingLedger ledger, AddSource add, Viewer viewer) : FundingPageModel(ledger, viewer)
{
    [BindProperty, Required(ErrorMessage = "Enter a name"), UpTo(150)] public string? Name { get; set; }
    [BindProperty, Required(ErrorMessage = "Select a kind")] public FundingKind? Kind { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter an amount")] public Money? Amount { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter the first day")] public DateOnly? From { get; set; }
    [BindProperty, Display(Name = "Last day")] public DateOnly? EndsOn { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await add.RunAsync(Viewer, new(Name!, Kind!.Value, Amount!.Value, From!.Value, EndsOn), cancel);
        TempData.Notify("Source added");
        return RedirectToPage("Index");
    }
}
