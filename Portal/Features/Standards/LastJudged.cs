using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>When the standings that pages show were judged last; what changed since then is judged within minutes.</summary>
public sealed class LastJudged(PortalDb db)
{
    /// <summary>UTC; null before the first time.</summary>
    public Task<DateTime?> RunAsync(Viewer viewer, CancellationToken cancel) => db.Evaluations.OfPartnership(viewer)
        .OrderByDescending(e => e.AsAt).ThenByDescending(e => e.Id).Select(e => (DateTime?)e.FinishedAt).FirstOrDefaultAsync(cancel);

    /// <summary>What stands above figures that were judged, so that nobody takes them for live ones.</summary>
    public static string Sentence(DateTime at) => $"As judged at {Words.Instant(at)}. What has changed since is judged within minutes.";
}
