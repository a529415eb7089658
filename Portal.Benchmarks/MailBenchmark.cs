using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Mail;
using Portal.Mail.Outgoing;

namespace Portal.Benchmarks;

/// <summary>
/// 500 messages to an SMTP server on loopback, by the portal's own transport over the connections it keeps, against a
/// connection for each message; then by the whole job, which claims each in the database and writes down each answer.
/// </summary>
internal static class MailBenchmark
{
    private const int Messages = 500;

    public static async Task RunAsync(Options options)
    {
        await using var server = await MailServer.StartAsync(options.Folder);
        await using var made = await MadeUp.ProfileAsync(options);
        await using var boroughs = MadeUp.At(made.Connection, options.Provider, new()
        {
            ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{server.Port}", ["Mail:AuthorityFile"] = server.CertificateFile,
            ["Mail:From"] = "portal@portal.example",
        });
        List<OutboxMail> mails = [];
        await boroughs.ActAsync(async acts =>
        {
            var partnership = await acts.GetRequiredService<PortalDb>().Partnerships.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync();
            mails.AddRange(Enumerable.Range(0, Messages).Select(n => Mail(partnership, n)));
        });
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = new MailOptions().Parallel };
        Task KeptAsync() => boroughs.ActAsync(acts => Parallel.ForEachAsync(mails, atOnce, (mail, _) => SendAsync(acts, mail)));
        Task OneEachAsync() => Parallel.ForEachAsync(mails, atOnce, async (mail, _) =>
            await boroughs.ActAsync(async acts => await SendAsync(acts, mail)));

        Task JobAsync() => boroughs.ActAsync(acts => acts.GetRequiredService<SendOutboxJob>().RunAsync(CancellationToken.None));

        await KeptAsync(); // Neither pays for compiling.
        var table = new Table("500 messages", "runs", "connections", "median s", "messages/s", "ratio");
        var each = await MeasureAsync(server, options.Runs, () => Task.CompletedTask, OneEachAsync);
        foreach (var (name, (sample, connections)) in new[]
        {
            ("a connection for each", each),
            ("connections that are kept", await MeasureAsync(server, options.Runs, () => Task.CompletedTask, KeptAsync)),
            ("the whole job", await MeasureAsync(server, options.Runs, () => QueueAsync(boroughs, mails), JobAsync)),
        }) table.Add(name, options.Runs, connections, sample.Median, Messages / sample.Median, sample.Median / each.Sample.Median);
        table.Print($"Mail, {options.Provider}");
    }

    /// <summary>How long the runs took, and how many connections the last one opened. Every message must have arrived.</summary>
    private static async Task<(Sample Sample, int Connections)> MeasureAsync(
        MailServer server, int runs, Func<Task> prepare, Func<Task> run)
    {
        var before = await server.TakenAsync();
        var sample = await Sample.OfAsync(runs, prepare, run);
        var after = await server.TakenAsync();
        var arrived = after.Messages - before.Messages;
        if (arrived != runs * Messages) throw new InvalidOperationException($"{arrived} messages arrived of {runs * Messages}");
        return (sample, (after.Connections - before.Connections) / runs);
    }

    private static async ValueTask SendAsync(IServiceProvider acts, OutboxMail mail)
    {
        var delivery = await acts.GetRequiredService<Transport>().SendAsync(mail, CancellationToken.None);
        if (delivery.Answer != Answer.Accepted) throw new InvalidOperationException(delivery.Problem);
    }

    private static Task QueueAsync(MadeUp boroughs, List<OutboxMail> mails) => boroughs.ActAsync(async acts =>
    {
        var db = acts.GetRequiredService<PortalDb>();
        await db.Outbox.ExecuteDeleteAsync();
        db.Outbox.AddRange(mails.Select((m, n) => Mail(m.PartnershipId, n)));
        await db.SaveOwnHistoryAsync(CancellationToken.None);
    });

    /// <summary>As long as the message of an issued report.</summary>
    private static OutboxMail Mail(Id<Partnership> partnership, int number)
    {
        var now = new UkClock(TimeProvider.System).Now;
        var text = string.Concat(Enumerable.Repeat("The report on standards that are not followed has been issued. ", 20));
        return new()
        {
            PartnershipId = partnership, Kind = "EditionIssuedMail", Key = $"edition/{number}",
            ToAddress = $"member{number}@board.example", ToName = "A member of the board",
            Subject = "The report is there",
            Text = text, Html = $"<!DOCTYPE html><html lang=\"en\"><body><p>{text}</p></body></html>", QueuedAt = now, NextAttemptAt = now,
        };
    }
}
