using Microsoft.EntityFrameworkCore;
using Portal.Data.Outbox;
using Portal.Mail;

namespace Portal.Tests.Support.Smtp;

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
        Server = await StartServerAsync();
        node = AnotherNode();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await Server.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual Task<SmtpServer> StartServerAsync() => SmtpServer.StartAsync();

    /// <summary>The settings of a sender that lets nothing be heard, and knows the server's certificate.</summary>
    protected (string, string)[] Encrypted => [("Mail:Security", "StartTls"), ("Mail:AuthorityFile", Server.CertificateFile)];

    /// <param name="settings">Of two with the same name, the later counts.</param>
    protected Node AnotherNode(params (string Key, string)[] settings) => new(Database, settings: [.. new[]
    {
        ("Mail:Host", Server.Host), ("Mail:Port", $"{Server.Port}"), ("Mail:From", "portal@portal.example"), ("Mail:Security", "None"),
    }.Concat(settings).GroupBy(s => s.Item1).Select(s => s.Last())]);

    /// <summary>One run of the sender, and what it says it did.</summary>
    protected Task<string?> SendAsync(Node? by = null, CancellationToken cancel = default) =>
        (by ?? node).In((SendOutboxJob job) => job.RunAsync(cancel));

    /// <summary>One run of a sender with these settings of its own.</summary>
    protected async Task<string?> SendWithAsync(params (string, string)[] settings)
    {
        await using var other = AnotherNode(settings);
        return await SendAsync(other);
    }

    protected async Task<Id<OutboxMail>> WriteAsync(
        string address = "asha@example.org", string subject = "Papers", string name = "Asha Rahman")
    {
        await using var db = Database.Open();
        db.Enqueue(new TestMail(address, "one", subject, name));
        await db.SaveAsync(Borough.Commissioner, "Wrote", CancellationToken.None);
        return await db.Outbox.Select(m => m.Id).SingleAsync();
    }

    /// <summary>Writes a message each to member0@example.org, member1@example.org …</summary>
    protected async Task WriteAsync(int messages)
    {
        await using var db = Database.Open();
        for (var number = 0; number < messages; number++) db.Enqueue(new TestMail($"member{number}@example.org", $"edition/{number}"));
        await db.SaveAsync(Borough.Commissioner, "Issued", CancellationToken.None);
    }

    protected async Task<List<OutboxMail>> AllAsync()
    {
        await using var db = Database.Open();
        return await db.Outbox.OrderBy(m => m.Key).ToListAsync();
    }

    protected async Task<OutboxMail> MailAsync(Id<OutboxMail> id)
    {
        await using var db = Database.Open();
        return await db.Outbox.SingleAsync(m => m.Id == id);
    }

    protected async Task<(MailState, int)> StateAsync(Id<OutboxMail> id) =>
        await MailAsync(id) is var mail ? (mail.State, mail.Attempts) : default;
}
