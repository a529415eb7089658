using Microsoft.EntityFrameworkCore;
using Portal.Data.Outbox;
using Portal.Mail;

namespace Portal.Tests.Support;

/// <summary>An outbox, a sender and a real SMTP server that misbehaves when asked.</summary>
public abstract class WithAMailServer : IAsyncLifetime
{
    private Node node = null!;

    protected TestDatabase Database { get; private set; } = null!;
    protected SmallBorough Borough { get; private set; } = null!;
    protected SmtpServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Borough = await SmallBorough.InAsync(Database);
        Server = await SmtpServer.StartAsync();
        node = AnotherNode();
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await Server.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Node AnotherNode(params (string, string)[] settings) => new(Database, settings:
        [("Mail:Host", Server.Host), ("Mail:Port", $"{Server.Port}"), ("Mail:From", "portal@portal.example"), .. settings is [] ? [("Mail:StartTls", "false")] : settings]);

    /// <summary>One run of the sender, and what it says it did.</summary>
    protected Task<string?> SendAsync(Node? by = null) => (by ?? node).In((SendOutboxJob job) => job.RunAsync(CancellationToken.None));

    protected async Task<Id<OutboxMail>> WriteAsync(string address = "asha@example.org", string subject = "Papers", string name = "Asha Rahman")
    {
        await using var db = Database.Open();
        db.Enqueue(new TestMail(address, "one", subject, name));
        await db.SaveAsync(Borough.Commissioner, "Wrote", CancellationToken.None);
        return await db.Outbox.Select(m => m.Id).SingleAsync();
    }

    protected async Task<OutboxMail> MailAsync(Id<OutboxMail> id)
    {
        await using var db = Database.Open();
        return await db.Outbox.SingleAsync(m => m.Id == id);
    }

    protected async Task<(MailState, int)> StateAsync(Id<OutboxMail> id) => await MailAsync(id) is var mail ? (mail.State, mail.Attempts) : default;
}
