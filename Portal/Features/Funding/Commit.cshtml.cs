using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Returns.Totals;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Funding;

[Allow(Permission.EditFunding)]
public sealed class CommitModel(
    FundingLedger ledger, BoroughFigures gap, CommitFunding commit, Viewer viewer) : FundingPageModel(ledger, viewer)
{
    [BindProperty, Required(ErrorMessage = "Select a source")] public Id<FundingSource>? SourceId { get; set; }
    [BindProperty] public Id<Agency>? AgencyId { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter what it is for"), UpTo(500, What = "This")] public string? What { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter an amount")] public Money? Amount { get; set; }
    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await commit.RunAsync(Viewer, new(SourceId!.Value, AgencyId, What!, Amount!.Value), cancel);
        TempData.Notify($"{Amount} committed");
        return RedirectToPage("Index");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Agencies = [.. (await gap.RunAsync(Viewer, cancel)).Agencies
            .Select(a => new Choice(a.Id.ToString(), a.Asked > Money.Zero ? $"{a.Name} (asks for {a.Asked})" : a.Name))];
        return true;
    }
}
