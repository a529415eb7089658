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
    public sealed record Answer(IReadOnlyDictionary<int, ImportField?> Fields, bool IsFullList, bool FromTrainingSystem);

    public async Task RunAsync(Viewer viewer, Id<Import> importId, int seen, Answer answer, CancellationToken cancel)
    {
        var import = await db.ForChangeAsync(viewer, importId, seen, cancel);
        import.Confirm(answer.Fields, answer.IsFullList, answer.FromTrainingSystem);
        await RememberAsync(import, cancel);
        await db.SaveAsync(viewer, "Confirmed the columns of an import", cancel);
        await jobs.TriggerAsync<CheckImportsJob>(cancel);
    }

    private async Task RememberAsync(Import import, CancellationToken cancel)
    {
        var known = await db.ImportMappings.Where(m => m.AgencyId == import.AgencyId && m.Kind == import.Kind)
            .ToDictionaryAsync(m => m.Heading, cancel);
        foreach (var column in import.Columns.DistinctBy(c => ImportFields.Key(c.Heading)))
        {
            var heading = ImportFields.Key(column.Heading);
            if (known.TryGetValue(heading, out var mapping)) mapping.Field = column.Field;
            else
                db.ImportMappings.Add(new()
                {
                    PartnershipId = import.PartnershipId, AgencyId = import.AgencyId, Kind = import.Kind, Heading = heading,
                    Field = column.Field
                });
        }
    }
}
