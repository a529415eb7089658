using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Outbox;

namespace Portal.Features.Development.Mail;

/// <summary>Mail that went to the folder instead of a server, read in the portal. It exists only in development.</summary>
[AllowAnonymous]
public sealed class IndexModel(MailFolder folder) : PageModel
{
    public IReadOnlyList<MailFolder.Message> Messages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Messages = await folder.RunAsync(cancel);

    public bool HasFile(MailFolder.Message mail) => folder.FileOf(mail.Id) is not null;

    public IActionResult OnGetFile(Id<OutboxMail> mailId) =>
        folder.FileOf(mailId) is { } path ? PhysicalFile(path, "message/rfc822", $"{mailId}.eml") : NotFound();
}
