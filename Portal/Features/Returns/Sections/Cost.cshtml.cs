using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Sections;

/// <summary>Adds a cost to an action, or changes the one named in the address.</summary>
[Allow(Permission.WriteReturns)]
public sealed class CostModel(
    ReturnView view, ActionsSection actions, CostPrices prices, SaveCost save, RemoveCost remove,
    Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.Costing;
    [FromRoute] public Id<GapAction> ActionId { get; set; }
    [FromRoute] public Id<CostLine>? CostId { get; set; }
    [BindProperty, Required(ErrorMessage = "Select what the cost is for")] public CostKind? Kind { get; set; }
    [BindProperty, UpTo(200)] public string? Note { get; set; }
    [BindProperty, Display(Name = "Quantity")] public decimal? Quantity { get; set; }
    [BindProperty, Display(Name = "Price")] public Money? UnitPrice { get; set; }
    [BindProperty] public int VatPercent { get; set; }
    [BindProperty, Required(ErrorMessage = "Select who pays")] public CostFunding? Funding { get; set; }
    [BindProperty] public int Year { get; set; }
    public ActionsSection.Row Action { get; private set; } = null!;
    public IReadOnlyList<CostPrices.Price> Prices { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => CostChoices.Kinds(Prices);
    public IReadOnlyList<Choice> Years => CostChoices.Years(Return.Today, Year);

    public void OnGet()
    {
        if (Action.Costs.FirstOrDefault(c => c.Id == CostId) is { } cost)
            (Seen, Kind, Note, Quantity, UnitPrice, VatPercent, Funding, Year) =
                (cost.Version, cost.Kind, cost.Note, cost.Quantity, cost.UnitPrice, cost.VatPercent, cost.Funding, cost.Year);
        else
            (Funding, Year) = (Action.Costs is [.., var previous] ? previous.Funding : null,
                FinancialYear.Of(Action.Action.DueOn > Return.Today ? Action.Action.DueOn.Value : Return.Today));
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        if (then == "remove" && CostId is { } gone)
        {
            await remove.RunAsync(Viewer, ReturnId, gone, cancel);
            return To("Costing", "Cost removed");
        }
        this.StopIfInvalid();
        var (kind, price) = (Kind!.Value, UnitPrice ?? Prices.Of(Kind));
        var quantity = kind.QuantityOf(Quantity, Action.Action.People);
        await save.RunAsync(
            Viewer, ReturnId, ActionId, CostId, new(kind, Note, quantity, price, VatPercent, Funding!.Value, Year), Seen, cancel);
        if (then != "another") return To("Costing", "Cost saved");
        TempData.Notify("Cost saved");
        return RedirectToPage("Cost", new { ReturnId, ActionId });
    }

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if ((await actions.RunAsync(ReturnId, cancel)).Actions.FirstOrDefault(a => a.Action.Id == ActionId) is not { } action) return false;
        (Action, Prices) = (action, await prices.RunAsync(Return.Return.AgencyId, cancel));
        return CostId is null || action.Costs.Any(c => c.Id == CostId);
    }
}
