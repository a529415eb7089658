using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Imports;

/// <summary>The rows of an import with one verdict, a page at a time in the order of the file, with what changes from what.</summary>
public sealed class ImportRowList(PortalDb db)
{
    public sealed record Row(
        int Number, bool InFile, Id<StaffMember>? StaffId, string? Name, string? EmployeeNumber, string? Email, string? JobTitle, DateOnly? StartedOn, DateOnly? LeftOn,
        string? Manager, int? Level, DateOnly? AchievedOn, string? Course, string? Problem, string? Kept, IReadOnlyList<ChangeList.Change> Changes);

    public async Task<Page<Row>> RunAsync(Viewer viewer, Id<Import> importId, ImportVerdict verdict, bool keptOnly, int page, CancellationToken cancel)
    {
        var rows = await db.ImportRows
            .Where(r => r.ImportId == importId && (keptOnly ? r.Kept != null : r.Verdict == verdict))
            .Where(r => db.Imports.VisibleTo(viewer).Any(i => i.Id == r.ImportId))
            .OrderBy(r => r.Number)
            .Select(r => new
            {
                Row = r,
                // Training names its people by number or e-mail; the roster says who that is.
                Known = r.Verdict == ImportVerdict.Refused ? null : db.Staff.Where(s => s.Id == r.StaffId).Select(s => s.Name).FirstOrDefault(),
                Title = db.JobTitles.Where(t => t.Id == r.JobTitleId).Select(t => t.Title).FirstOrDefault()
                    ?? db.ImportTerms.Where(t => t.ImportId == importId && t.JobTitleId == r.JobTitleId).Select(t => t.Text).FirstOrDefault(),
                OldTitle = db.JobTitles.Where(t => t.Id == r.OldJobTitleId).Select(t => t.Title).FirstOrDefault(),
                OldManager = db.Staff.Where(s => s.Id == r.OldManagerId).Select(s => s.Name).FirstOrDefault(),
                NewManager = db.Staff.Where(s => s.Id == r.ManagerId).Select(s => s.Name).FirstOrDefault(),
            })
            .AsNoTracking().ToPageAsync(page, cancel);
        return new([.. rows.Rows.Select(x => new Row(
            x.Row.Number, x.Row.InFile, x.Known is null ? null : x.Row.StaffId, x.Row.Name ?? x.Known, x.Row.EmployeeNumber, x.Row.Email, x.Title, x.Row.StartedOn, x.Row.LeftOn,
            x.Row.Manager, x.Row.LevelNumber, x.Row.AchievedOn, x.Row.Course, x.Row.Problem, x.Row.Kept, Changes(x.Row, x.Title, x.OldTitle, x.OldManager, x.NewManager ?? x.Row.Manager)))], rows.Number, rows.Total);
    }

    /// <summary>Old to new for each field that differs. An empty cell changes nothing.</summary>
    private static IReadOnlyList<ChangeList.Change> Changes(ImportRow row, string? title, string? oldTitle, string? oldManager, string? newManager)
    {
        if (row.PostVersion is null) return [];
        List<ChangeList.Change> changes = [];
        void Add(ImportField field, string? old, string? now)
        {
            if (now is not null && now != old) changes.Add(new(field.Words(), old, now));
        }
        Add(ImportField.Name, row.OldName, row.Name);
        Add(ImportField.Email, row.OldEmail, row.Email);
        Add(ImportField.EmployeeNumber, row.OldEmployeeNumber, row.EmployeeNumber);
        Add(ImportField.JobTitle, oldTitle, row.JobTitleId == row.OldJobTitleId ? oldTitle : title);
        Add(ImportField.StartedOn, row.OldStartedOn?.Words(), row.StartedOn?.Words());
        if (row.Verdict != ImportVerdict.Leaver || row.OldLeftOn is not null) Add(ImportField.LeftOn, row.OldLeftOn?.Words(), row.LeftOn?.Words());
        Add(ImportField.Manager, oldManager, row.ManagerId is null || row.ManagerId == row.OldManagerId ? oldManager : newManager);
        return changes;
    }
}
