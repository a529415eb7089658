using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Mail;

/// <summary>
/// Sends what waits in the outbox, several at once. Each message is claimed just before it is handed over, so any number of
/// nodes may do this together. Killed at any moment it loses nothing: what was claimed is tried again when the lease ends,
/// at worst twice under one Message-ID.
/// </summary>
public sealed class SendOutboxJob(PortalDb db, IServiceScopeFactory scopes, Transport transport, MailOptions options, UkClock clock, ILogger<SendOutboxJob> log)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var due = await db.Outbox.Where(m => m.State == MailState.Queued && m.NextAttemptAt <= now)
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id).Select(m => m.Id).Take(options.BatchSize).ToListAsync(cancel);
        var answers = new int[Enum.GetValues<Answer>().Length];
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancel }, async (id, token) =>
        {
            if (await SendAsync(id, token) is { } answer) Interlocked.Increment(ref answers[(int)answer]);
        });
        return InWords(answers[(int)Answer.Accepted], answers[(int)Answer.NotNow], answers[(int)Answer.Never]);
    }

    private async Task<Answer?> SendAsync(Id<OutboxMail> id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var mail = await own.Outbox.SingleAsync(m => m.Id == id, cancel);
        if (!await TryAsync(() => mail.Claim(clock.Now), own, cancel)) return null;
        var delivery = await transport.SendAsync(mail, cancel);
        // What the server answered must be written down, even when the process is being stopped.
        await TryAsync(() => Record(mail, delivery), own, CancellationToken.None);
        return delivery.Answer;
    }

    private void Record(OutboxMail mail, Delivery delivery)
    {
        var now = clock.Now;
        switch (delivery.Answer)
        {
            case Answer.Accepted: mail.Sent(now); break;
            case Answer.NotNow: mail.Postpone(delivery.Problem, now, Retry.After(mail.Attempts, Random.Shared.NextDouble())); break;
            case Answer.Never: mail.Fail(delivery.Problem, now); break;
        }
        if (delivery.Answer == Answer.Accepted) Telemetry.MailSent.Add(1, new KeyValuePair<string, object?>("kind", mail.Kind));
        else Telemetry.MailFailed.Add(1, new("kind", mail.Kind), new("final", mail.State == MailState.Failed));
        // The server's words may hold the address, so the log has the id alone.
        if (delivery.Answer != Answer.Accepted) log.LogWarning("Mail {MailId} was not accepted: {Answer}, attempt {Attempt}", mail.Id, delivery.Answer, mail.Attempts);
    }

    /// <summary>False when another sender was quicker.</summary>
    private static async Task<bool> TryAsync(Action change, PortalDb db, CancellationToken cancel)
    {
        try
        {
            change();
            await db.SaveOwnHistoryAsync(cancel);
            return true;
        }
        catch (Refused)
        {
            return false;
        }
    }

    private static string? InWords(int accepted, int later, int never)
    {
        string[] parts = [.. new[] { (accepted, "sent"), (later, "to be tried again"), (never, "could not be delivered") }.Where(p => p.Item1 > 0).Select(p => $"{p.Item1} {p.Item2}")];
        return parts.Length == 0 ? null : $"Messages: {string.Join(", ", parts)}";
    }
}
