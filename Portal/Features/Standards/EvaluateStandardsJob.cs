using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>
/// Judges every agency of every partnership as at today. A partnership that cannot be judged does not keep the others waiting.
/// </summary>
public sealed class EvaluateStandardsJob(PortalDb db, UkClock clock, EvaluateStandards evaluate)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        List<string> refusals = [];
        foreach (var partnership in await db.Partnerships.OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(cancel))
            try
            {
                await evaluate.RunAsync(Viewer.System(partnership.Id), clock.Today, cancel);
            }
            catch (Refused no)
            {
                refusals.Add($"{partnership.Name}: {no.Message}");
            }
        if (refusals.Count > 0) throw new Refused(string.Join("; ", refusals));
    }
}
