using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand;

/// <summary>Holds the forecast of every partnership against what became of it, so that it is there when somebody looks.</summary>
public sealed class TestForecastsJob(PortalDb db, MakeBackTest make)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var made = 0;
        foreach (var partnership in await db.Partnerships.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancel))
        {
            if (await make.RunAsync(Viewer.System(partnership), cancel)) made++;
            db.ChangeTracker.Clear();
        }
        return made == 0 ? null : $"Held {Words.Count(made, "forecast")} against what became of it";
    }
}
