using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Data.Outbox;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Mail;

[Allow(Permission.ReadMail)]
public sealed class MessageModel(MailView view, SendMailAgain sendAgain, Viewer viewer) : LoadedPageModel<MailView.Details>
{
    [FromRoute] public Id<OutboxMail> MailId { get; set; }
    public MailView.Details Message => Loaded;

    public IReadOnlyList<SummaryList.Row> Facts =>
    [
        new("To", $"{Message.Mail.ToName}, {Message.ToAddress}"), new("Kind", Message.Mail.Kind.Spoken(without: "Mail")),
        new("Written", Message.Mail.QueuedAt.Moment()),
        new("State", Message.Mail.State.Words()),
        .. Message.Mail.SentAt is { } sent ? [new SummaryList.Row("Sent", sent.Moment())] : Array.Empty<SummaryList.Row>(),
        .. Message.Mail.Attempts > 0
            ? [new SummaryList.Row("Tried", Message.Mail.Attempts == 1 ? "Once" : $"{Message.Mail.Attempts} times")]
            : Array.Empty<SummaryList.Row>(),
        .. Message.Mail is { State: MailState.Queued, Attempts: > 0 }
            ? [new SummaryList.Row("Next try", Message.Mail.NextAttemptAt.Moment())]
            : Array.Empty<SummaryList.Row>(),
        .. Message.Mail.Problem is { } problem ? [new SummaryList.Row("The mail server said", problem)] : Array.Empty<SummaryList.Row>(),
    ];

    protected override Task<MailView.Details?> FindAsync(CancellationToken cancel) => view.RunAsync(viewer, MailId, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await sendAgain.RunAsync(viewer, MailId, cancel);
        TempData.Notify("The message is on its way again");
        return RedirectToPage();
    }
}
