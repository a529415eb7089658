using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Hubs;

namespace Portal.Features.Admin.Mail;

/// <summary>Messages that were given up.</summary>
public sealed class FailedMailTasks(PortalDb db) : ITasks
{
    public int Order => 160;
    public Permission? Needs => Permission.ReadMail;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var failed = await db.Outbox.OfPartnership(viewer).CountAsync(m => m.State == MailState.Failed, cancel);
        return failed == 0 ? [] : [new($"Look at {Words.Count(failed, "message")} that could not be delivered", "/Admin/Mail")];
    }
}
