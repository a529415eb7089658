using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Funding;

[Allow(Permission.EditFunding)]
public sealed class AnswerModel(FundingLedger ledger, RecordAnswer record, Viewer viewer) : FundingPageModel(ledger, viewer)
{
    [FromRoute] public Id<ContributionRequest> ContributionId { get; set; }
    [BindProperty, Required(ErrorMessage = "Select what the board answered")] public ContributionAnswer? Answer { get; set; }
    [BindProperty, Display(Name = "Amount")] public Money? Agreed { get; set; }
    [BindProperty, Display(Name = "Last day")] public DateOnly? EndsOn { get; set; }
    [BindProperty, UpTo(1000)] public string? Note { get; set; }
    public ContributionRequest Asked { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        if (Answer == ContributionAnswer.Agreed && Agreed is null) throw new Refused("Enter an amount", nameof(Agreed));
        await record.RunAsync(Viewer, ContributionId, new(Answer == ContributionAnswer.Agreed ? Agreed : null, null, EndsOn, Note), cancel);
        TempData.Notify("Answer recorded");
        return RedirectToPage("Index");
    }

    protected override Task<bool> PrepareAsync(CancellationToken cancel)
    {
        if (Ledger.Requests.FirstOrDefault(r => r.Id == ContributionId) is not { } request) return Task.FromResult(false);
        Asked = request;
        return Task.FromResult(true);
    }
}
