using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Applying;
using Portal.Jobs;

namespace Portal.Features.Imports;

/// <summary>Asks for an applied import to be put back, within 24 hours and while no other import is under way.</summary>
public sealed class UndoImport(PortalDb db, JobTrigger jobs, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Import> importId, int seen, CancellationToken cancel)
    {
        var import = await db.ForChangeAsync(viewer, importId, seen, cancel);
        if (await db.UnderWayAsync(import.AgencyId, cancel) is { } other)
            throw new Refused($"{ImportUnderWay.Describe(other)}. Finish or discard it first, so that the two do not mix");
        import.Undo(clock.Now);
        await db.SaveAsync(viewer, "Asked to undo an import", cancel);
        await jobs.TriggerAsync<ApplyImportsJob>(cancel);
    }
}
