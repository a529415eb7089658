using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>Judges every agency of every partnership as at today.</summary>
public sealed class EvaluateStandardsJob(PortalDb db, UkClock clock, EvaluateStandards evaluate)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var partnership in await db.Partnerships.Select(p => p.Id).ToListAsync(cancel))
            await evaluate.RunAsync(Viewer.System(partnership), clock.Today, cancel);
    }
}
