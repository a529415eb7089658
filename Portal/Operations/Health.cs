using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Jobs;

namespace Portal.Operations;

/// <summary>
/// Two answers in plain text for whoever watches this node. <c>/health/live</c>: the process answers. <c>/health/ready</c>:
/// 200 when the database answers, the clock is believed and the jobs are alive, 503 otherwise. Only the machine itself is told the details.
/// </summary>
internal static class Health
{
    /// <summary>The sender looks every ten seconds; thirty missed times are no accident.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "alive").AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(HttpContext http, PortalDb db, UkClock clock, JobOptions jobs, CancellationToken cancel)
    {
        var (ready, details) = (true, new List<string>());
        try
        {
            // A beat of a clock that was wrong says nothing about now.
            var latest = clock.Now + ClockWatch.MostBehind;
            var beat = await db.JobHeartbeats.Where(h => h.RanAt <= latest).MaxAsync(h => (DateTime?)h.RanAt, cancel);
            var (doubt, age) = (await db.DoubtOfClockAsync(clock.Now, cancel), (clock.Now - beat)?.Duration());
            var alive = !jobs.Enabled || age < Silence;
            var waiting = await db.Outbox.CountAsync(m => m.State == MailState.Queued, cancel);
            var oldest = await db.Outbox.Where(m => m.State == MailState.Queued).MinAsync(m => (DateTime?)m.QueuedAt, cancel);
            ready = alive && doubt is null;
            details.Add("database: answers");
            if (doubt is not null) details.Add($"clock: {doubt.Sentence}. {doubt.Advice}");
            details.Add(age is { } ago ? $"jobs: {(alive ? "alive" : "silent")}, last ran {ago.Words()} ago" : "jobs: none has run yet");
            details.Add(oldest is { } since
                ? $"mail: {waiting} waiting, the oldest for {(clock.Now - since).Words()}"
                : "mail: none waiting");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            (ready, details) = (false, ["database: does not answer"]);
        }
        var said = (ready ? "ready" : "not ready") + (IsHere(http) ? $"\n{string.Join('\n', details)}\n" : "\n");
        return Results.Text(said, statusCode: ready ? 200 : 503);
    }

    private static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress);
}
