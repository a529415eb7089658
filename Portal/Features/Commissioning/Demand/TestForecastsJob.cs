using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand;

/// <summary>Holds the forecast of every partnership against what became of it, so that it is there when somebody looks.</summary>
public sealed class TestForecastsJob(PortalDb db, MakeBackTest make)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (made, failures) = (0, new List<Exception>());
        foreach (var partnership in await db.Partnerships.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancel))
        {
            try
            {
                if (await make.RunAsync(Viewer.System(partnership), cancel)) made++;
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // One that fails does not keep the others waiting.
                failures.Add(failure);
            }
            db.ChangeTracker.Clear();
        }
        if (failures.Count > 0) throw new AggregateException($"Failed for {Words.Count(failures.Count, "partnership")}", failures);
        return made == 0 ? null : $"Held {Words.Count(made, "forecast")} against what became of it";
    }
}
