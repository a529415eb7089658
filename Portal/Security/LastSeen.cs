using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Writes down when sessions were last used: at most once a minute for each, many together, and behind the requests. So a
/// page that is only read waits for no writer. What is lost when a node stops is a minute of someone's idle time.
/// </summary>
internal sealed class LastSeen(IServiceScopeFactory scopes, ILogger<LastSeen> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    // Whoever does not fit is noted at the next click.
    private readonly Channel<(Id<UserSession> Id, DateTime At)> noted = Channel.CreateBounded<(Id<UserSession>, DateTime)>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Note(UserSession session, DateTime now)
    {
        if (now - session.LastSeenAt >= Often) noted.Writer.TryWrite((session.Id, now));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await noted.Reader.WaitToReadAsync(stoppingToken))
        {
            var (ids, at) = (new HashSet<Id<UserSession>>(), DateTime.MinValue);
            while (ids.Count < 500 && noted.Reader.TryRead(out var next))
            {
                ids.Add(next.Id);
                at = next.At > at ? next.At : at;
            }
            try
            {
                await WriteAsync([.. ids], at, stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogWarning(
                    problem, "When {Count} sessions were last used could not be written; their next click tries again", ids.Count);
            }
        }
    }

    private async Task WriteAsync(List<Id<UserSession>> ids, DateTime at, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.UserSessions.Where(s => ids.Contains(s.Id) && s.LastSeenAt < at)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, at), cancel);
    }
}
