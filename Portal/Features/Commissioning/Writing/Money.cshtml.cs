using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests, Permission.HelpWithRequests)]
public sealed class MoneyModel(RequestView view, CostRequest add, RemoveCost remove, ShareCost share, Viewer viewer, UkClock clock)
    : RequestPartModel(view, viewer, RequestPart.Money)
{
    [BindProperty] public CostForm Cost { get; set; } = new();
    [BindProperty] public Id<RequestCost>? CostId { get; set; }
    [BindProperty] public SharingRule? Sharing { get; set; }

    /// <summary>One line of cost as it is typed.</summary>
    public sealed class CostForm
    {
        [Required(ErrorMessage = "Select what it is for")] public CostKind? Kind { get; set; }
        [UpTo(200)] public string? Note { get; set; }
        [Required(ErrorMessage = "Enter how many")] public decimal? Quantity { get; set; }
        [Required(ErrorMessage = "Enter the price of one")] public Money? UnitPrice { get; set; }
        public int VatPercent { get; set; }
        [Required(ErrorMessage = "Select who pays")] public CostFunding? Funding { get; set; }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await add.RunAsync(Viewer, RequestId, new(Cost.Kind!.Value, Cost.Note, Cost.Quantity, Cost.UnitPrice, Cost.VatPercent,
            Cost.Funding!.Value, FinancialYear.Of(clock.Today)), cancel);
        return Again("Cost added");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (CostId is not { } cost) throw new Refused("Select a cost", nameof(CostId));
        await remove.RunAsync(Viewer, RequestId, cost, cancel);
        return Again("Cost taken away");
    }

    public async Task<IActionResult> OnPostShareAsync(CancellationToken cancel)
    {
        await share.RunAsync(Viewer, RequestId, Sharing!.Value, cancel);
        return Again("Saved");
    }

    protected override Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Sharing ??= Asked.Sharing;
        return base.PrepareAsync(cancel);
    }

    private RedirectToPageResult Again(string sentence)
    {
        TempData.Notify(sentence);
        return RedirectToPage(new { RequestId });
    }
}
