using Portal.Data;
using Portal.Features.Imports.Applying;
using Portal.Jobs;

namespace Portal.Features.Imports;

/// <summary>Agrees to a preview; the job applies it.</summary>
public sealed class AgreeImport(PortalDb db, JobTrigger jobs)
{
    public async Task RunAsync(Viewer viewer, Id<Import> importId, int seen, ImportAnswers answers, CancellationToken cancel)
    {
        var import = await db.ForChangeAsync(viewer, importId, seen, cancel);
        import.Agree(viewer, answers);
        await db.SaveAsync(viewer, "Agreed to apply an import", cancel);
        await jobs.TriggerAsync<ApplyImportsJob>(cancel);
    }
}
