using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Outbox;
using Portal.Security;

namespace Portal.Features.Admin.Mail;

[Allow(Permission.ReadMail)]
public sealed class IndexModel(MailList list, Viewer viewer) : PageModel
{
    public MailState? State { get; private set; }
    public MailList.Found Found { get; private set; } = null!;

    public async Task OnGetAsync(MailState? state, [FromQuery(Name = "page")] int number, CancellationToken cancel)
    {
        State = state;
        Found = await list.RunAsync(viewer, state, number, cancel);
    }
}
