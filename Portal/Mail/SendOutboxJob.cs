using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Mail.Outgoing;

namespace Portal.Mail;

/// <summary>
/// Sends what waits in the outbox, several at once, until nothing is due. Each message is claimed just before it is handed
/// over, so any number of nodes may do this together. Killed at any moment it loses nothing: what was claimed is tried again
/// when the lease ends, at worst twice under one Message-ID. Stopped, it ends with the messages in hand.
/// </summary>
public sealed class SendOutboxJob(
    PortalDb db, IServiceScopeFactory scopes, Transport transport, MailOptions options, UkClock clock, ILogger<SendOutboxJob> log)
{
    /// <summary>How many messages are looked up at once.</summary>
    private const int Batch = 50;

    /// <summary>
    /// After which no more are looked up: before what was postponed can be due again, so nothing is tried twice in a run.
    /// </summary>
    private static readonly TimeSpan Longest = Retry.Soonest - TimeSpan.FromSeconds(3);

    private readonly int[] answers = new int[Enum.GetValues<Answer>().Length];

    /// <summary>Whether the mail server would take no message from us now, whichever it is. The next run asks again.</summary>
    private volatile bool noneIsTaken;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var until = clock.Now + Longest;
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancel };
        while (!noneIsTaken && clock.Now < until && await DueAsync(cancel) is [_, ..] due)
            await Parallel.ForEachAsync(due, atOnce, SendAsync);
        return InWords(answers[(int)Answer.Accepted], answers[(int)Answer.NotNow], answers[(int)Answer.Never]);
    }

    private Task<List<Id<OutboxMail>>> DueAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        return db.Outbox.Where(m => m.State == MailState.Queued && m.NextAttemptAt <= now)
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(cancel);
    }

    private async ValueTask SendAsync(Id<OutboxMail> id, CancellationToken cancel)
    {
        if (noneIsTaken) return;
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var mail = await own.Outbox.SingleAsync(m => m.Id == id, cancel);
        // From here to the answer of the server written down, nothing is broken off because the process is being stopped.
        if (!await TryAsync(() => mail.Claim(clock.Now), own)) return;
        var delivery = await transport.SendAsync(mail, cancel);
        await TryAsync(() => Record(mail, delivery), own);
        Interlocked.Increment(ref answers[(int)delivery.Answer]);
        if (delivery.ForAll) noneIsTaken = true;
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
        if (delivery.ForAll) log.LogError("The mail server takes no messages from us now. Mail {MailId} has what it said", mail.Id);
        if (delivery.Answer != Answer.Accepted)
            log.LogWarning("Mail {MailId} was not accepted: {Answer}, attempt {Attempt}", mail.Id, delivery.Answer, mail.Attempts);
    }

    /// <summary>False when another sender was quicker.</summary>
    private static async Task<bool> TryAsync(Action change, PortalDb db)
    {
        try
        {
            change();
            await db.SaveOwnHistoryAsync(CancellationToken.None);
            return true;
        }
        catch (Refused)
        {
            return false;
        }
    }

    private static string? InWords(int accepted, int later, int never)
    {
        string[] parts = [.. new[] { (accepted, "sent"), (later, "to be tried again"), (never, "could not be delivered") }
            .Where(p => p.Item1 > 0).Select(p => $"{p.Item1} {p.Item2}")];
        return parts.Length == 0 ? null : $"Messages: {string.Join(", ", parts)}";
    }
}
