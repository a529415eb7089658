using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Funding;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Ordering;

[Allow(Permission.DecideRequests)]
public sealed class PlaceModel(RequestView view, FundingLedger ledger, RequestChoices choices, PlaceOrder place, Viewer viewer)
    : RequestPageModel(view, viewer)
{
    [BindProperty] public Id<Provider>? ProviderId { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter an amount")] public Money? Amount { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter what was agreed"), UpTo(2000, What = "This")] public string? Terms { get; set; }
    [BindProperty] public Id<FundingSource>? SourceId { get; set; }

    /// <summary>The register, where the request named none of it.</summary>
    public IReadOnlyList<Choice> Providers { get; private set; } = [];
    public IReadOnlyList<Choice> Sources { get; private set; } = [];
    public bool IsPaid => Asked.Asked > Money.Zero;

    /// <summary>What an order can be for at most.</summary>
    public Money Left => Asked.LeftToOrder(Details.Ordered);

    /// <summary>What it would be for.</summary>
    public int Places => Asked.LeftToGive(Details.Ordered);

    /// <summary>Whether the provider that the request named is on the register by that name.</summary>
    public bool IsOnRegister => Named is not null;

    public void OnGet() => (Amount, ProviderId) = (Left, Named is { } known ? Id<Provider>.Parse(known.Value, null) : null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await place.RunAsync(Viewer, RequestId, new(Asked.ProviderId ?? ProviderId, Amount!.Value, Terms!, SourceId), Seen, cancel);
        TempData.Notify("Ordered");
        return RedirectToPage("/Commissioning/Ordering/Order", new { RequestId });
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        if (Asked.ProviderId is null) Providers = await choices.ProvidersAsync(Viewer, cancel);
        if (IsPaid) Sources = (await ledger.RunAsync(Viewer, cancel)).ToPromise;
        return true;
    }

    private Choice? Named => Providers.FirstOrDefault(p => string.Equals(p.Text, Asked.NewProvider, StringComparison.OrdinalIgnoreCase));
}
