using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Handing;

[Allow(Permission.SignReturns)]
public sealed class SignModel(
    ReturnView view, ReturnSummary summary, ReturnCheck check, SignReturn sign, SendBackReturn sendBack,
    Viewer viewer) : ReturnPageModel(view, viewer)
{
    public enum Decision { Sign, SendBack }

    [BindProperty, Required(ErrorMessage = "Select whether you sign or send it back")] public Decision? Decided { get; set; }
    [BindProperty, UpTo(ReviewComment.Longest)] public string? Note { get; set; }
    public ReturnSummary.Figures Summary { get; private set; } = null!;
    public IReadOnlyList<ReturnCheck.Finding> Findings { get; private set; } = [];
    public bool MaySign => Return.Return.State == ReturnState.AwaitingSignature;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        if (Decided == Decision.Sign) await sign.RunAsync(Viewer, ReturnId, Seen, cancel);
        else await sendBack.RunAsync(Viewer, ReturnId, Note, Seen, cancel);
        return To("/Returns/Return", Decided == Decision.Sign ? "Signed and submitted. Thank you" : "Sent back to the training lead");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        (Findings, Summary) = (await check.RunAsync(ReturnId, cancel), await summary.RunAsync(Return, cancel));
        return true;
    }
}
