using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports.Uploading;

/// <summary>What the portal knows today in the columns it reads: a file to correct and upload, rather than one to begin.</summary>
public sealed class ImportTemplate(PortalDb db, UkClock clock)
{
    public sealed record Row(IReadOnlyDictionary<ImportField, object?> Cells);

    public IAsyncEnumerable<Row> RunAsync(Viewer viewer, ImportKind kind) => kind switch
    {
        ImportKind.StaffList => StaffList(viewer),
        ImportKind.Training => Training(viewer),
    };

    private IAsyncEnumerable<Row> StaffList(Viewer viewer) => InPost(viewer)
        .Join(db.Staff, p => p.StaffId, s => s.Id, (p, s) => new { Post = p, Person = s })
        .OrderBy(x => x.Person.Name).ThenBy(x => x.Post.Id)
        .Select(x => new
        {
            x.Post.EmployeeNumber, x.Person.Name, x.Person.Email, x.Post.StartedOn, x.Post.LeftOn,
            Title = db.JobTitles.Where(t => t.Id == x.Post.JobTitleId).Select(t => t.Title).First(),
            // As the import finds them: in post here. Whoever has left is named by nothing, which changes nothing.
            Manager = InPost(viewer).Where(m => m.StaffId == x.Post.ManagerId)
                .Join(db.Staff, m => m.StaffId, s => s.Id, (m, s) => s.Email ?? m.EmployeeNumber).Max(),
        })
        .AsAsyncEnumerable()
        .Select(x => new Row(new Dictionary<ImportField, object?>
        {
            [ImportField.EmployeeNumber] = x.EmployeeNumber, [ImportField.Name] = x.Name, [ImportField.Email] = x.Email,
            [ImportField.JobTitle] = x.Title,
            [ImportField.StartedOn] = x.StartedOn, [ImportField.LeftOn] = x.LeftOn?.AddDays(-1), [ImportField.Manager] = x.Manager,
        }));

    private IAsyncEnumerable<Row> Training(Viewer viewer) => db.TrainingRecords.OfPartnership(viewer)
        .Where(r => r.State != RecordState.Rejected && r.State != RecordState.Replaced && InPost(viewer).Any(p => p.StaffId == r.StaffId))
        .Join(db.Staff, r => r.StaffId, s => s.Id, (r, s) => new { Record = r, Person = s })
        .OrderBy(x => x.Person.Name).ThenBy(x => x.Record.Id)
        .Select(x => new
        {
            x.Record, x.Person.Email, x.Person.Name,
            Number = InPost(viewer).Where(p => p.StaffId == x.Person.Id).Select(p => p.EmployeeNumber).FirstOrDefault()
        })
        .AsNoTracking().AsAsyncEnumerable()
        .Select(x => new Row(new Dictionary<ImportField, object?>
        {
            [ImportField.EmployeeNumber] = x.Number, [ImportField.Name] = x.Name, [ImportField.Email] = x.Email,
            [ImportField.Level] = x.Record.LevelNumber,
            [ImportField.AchievedOn] = x.Record.AchievedOn,
            [ImportField.EndsOn] = x.Record.EndsOn, [ImportField.Course] = x.Record.Course, [ImportField.Provider] = x.Record.Provider,
            [ImportField.Reference] = x.Record.Reference,
        }));

    private IQueryable<Post> InPost(Viewer viewer) => db.Posts.VisibleTo(viewer, Permission.ImportStaff).CurrentOn(clock.Today);
}
