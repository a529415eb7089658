using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Comparing;
using Portal.Jobs;

namespace Portal.Features.Imports.Uploading;

/// <summary>
/// Which column is which, confirmed by a person and remembered for the agency's next file of the kind. Reading the rows begins.
/// </summary>
public sealed class ConfirmColumns(PortalDb db, JobTrigger jobs)
{
    public async Task RunAsync(Viewer viewer, Id<Import> importId, int seen, ImportMeaning meaning, CancellationToken cancel)
    {
        var import = await db.ForChangeAsync(viewer, importId, seen, cancel);
        import.Confirm(meaning);
        await RememberAsync(import, cancel);
        // Read otherwise, a row may be about somebody else than it was said to be.
        db.ImportPairs.RemoveRange(await db.ImportPairs.Where(p => p.ImportId == import.Id).ToListAsync(cancel));
        await db.SaveAsync(viewer, "Confirmed the columns of an import", cancel);
        await jobs.TriggerAsync<CheckImportsJob>(cancel);
    }

    /// <summary>Of several columns with one heading, the one that means something: leaving the others out is no answer.</summary>
    private async Task RememberAsync(Import import, CancellationToken cancel)
    {
        var known = await db.ImportMappings.Where(m => m.AgencyId == import.AgencyId && m.Kind == import.Kind)
            .ToDictionaryAsync(m => m.Heading, cancel);
        foreach (var columns in import.Columns.GroupBy(c => ImportFields.Key(c.Heading)))
        {
            var field = columns.OrderBy(c => c.Number).Select(c => c.Field).FirstOrDefault(f => f is not null);
            if (known.TryGetValue(columns.Key, out var mapping)) mapping.Field = field;
            else
                db.ImportMappings.Add(new()
                {
                    PartnershipId = import.PartnershipId, AgencyId = import.AgencyId, Kind = import.Kind, Heading = columns.Key,
                    Field = field,
                });
        }
    }
}
