using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports;

/// <summary>
/// Which imports brought a person in, changed them or recorded their training; null when the person is
/// not there for this viewer.
/// </summary>
public sealed class PersonImports(PortalDb db, UkClock clock)
{
    public sealed record Row(
        Id<Import> ImportId, string FileName, ImportKind Kind, ImportState State, DateTime AppliedAt, string? AppliedBy, int Number,
        bool InFile, ImportVerdict Verdict);

    public sealed record Answer(string Name, Page<Row> Rows);

    public async Task<Answer?> RunAsync(Viewer viewer, Id<StaffMember> staffId, int page, CancellationToken cancel)
    {
        var name = await db.Staff.VisibleTo(viewer, db, clock.Today).Where(s => s.Id == staffId).Select(s => s.Name)
            .SingleOrDefaultAsync(cancel);
        if (name is null) return null;
        var rows = await db.ImportRows
            .Where(r => r.StaffId == staffId
                && (r.Verdict == ImportVerdict.New || r.Verdict == ImportVerdict.Changed || r.Verdict == ImportVerdict.Leaver
                    || r.Verdict == ImportVerdict.Asked))
            .Join(db.Imports.VisibleTo(viewer).Where(i => i.AppliedAt != null), r => r.ImportId, i => i.Id,
                (r, i) => new { Row = r, Import = i })
            .OrderByDescending(x => x.Import.AppliedAt).ThenBy(x => x.Row.ImportId).ThenBy(x => x.Row.Number)
            .Select(x => new Row(
                x.Import.Id, x.Import.FileName, x.Import.Kind, x.Import.State, x.Import.AppliedAt!.Value, x.Import.AppliedByName,
                x.Row.Number, x.Row.InFile, x.Row.Verdict!.Value))
            .ToPageAsync(page, cancel);
        return new(name, rows);
    }
}
