using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Returns.Review;
using Portal.Features.Returns.Sections;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Handing;

[Allow(Permission.SignReturns)]
public sealed class SignModel(
    ReturnView view, ReturnSummary summary, ReturnCheck check, ActionsSection actions, QuestionsSection questions,
    ReviewComments comments, SignReturn sign, SendBackReturn sendBack, Viewer viewer) : ReturnPageModel(view, viewer)
{
    public enum Decision { Sign, SendBack }

    [BindProperty, Required(ErrorMessage = "Select whether you sign or send it back")] public Decision? Decided { get; set; }
    [BindProperty, UpTo(ReviewComment.Longest)] public string? Note { get; set; }
    public ReturnSummary.Figures Summary { get; private set; } = null!;
    public IReadOnlyList<ReturnCheck.Finding> Findings { get; private set; } = [];
    public ActionsSection.Plans Plans { get; private set; } = null!;
    public IReadOnlyList<QuestionsSection.Row> Answers { get; private set; } = [];
    public IReadOnlyList<ReviewComment> Comments { get; private set; } = [];
    public string? SentBy => Return.Return.Events.LastOrDefault(e => e.Step == ReturnStep.Sent)?.By;
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
        (Plans, Answers) = (await actions.RunAsync(ReturnId, cancel), await questions.RunAsync(Return, cancel));
        Comments = await comments.RunAsync(Viewer, ReturnId, cancel);
        return true;
    }
}
