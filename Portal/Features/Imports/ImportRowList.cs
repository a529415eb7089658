using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Imports;

/// <summary>The rows of an import with one verdict, a page at a time in the order of the file, with what changes from what.</summary>
public sealed class ImportRowList(PortalDb db)
{
    public sealed record Row(
        int Number, bool InFile, Id<StaffMember>? StaffId, string? Name, string? EmployeeNumber, string? Email, string? JobTitle, DateOnly? StartedOn, DateOnly? LeftOn,
        string? Manager, int? Level, DateOnly? AchievedOn, string? Course, string? Problem, string? Kept, string? Question, IReadOnlyList<ChangeList.Change> Changes);

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
                Known = r.Verdict == ImportVerdict.Refused || r.Verdict == ImportVerdict.Asked ? null : db.Staff.Where(s => s.Id == r.StaffId).Select(s => s.Name).FirstOrDefault(),
                Title = db.JobTitles.Where(t => t.Id == r.JobTitleId).Select(t => t.Title).FirstOrDefault()
                    ?? db.ImportTerms.Where(t => t.ImportId == importId && t.JobTitleId == r.JobTitleId).Select(t => t.Text).FirstOrDefault(),
                OldTitle = db.JobTitles.Where(t => t.Id == r.OldJobTitleId).Select(t => t.Title).FirstOrDefault(),
                OldManager = db.Staff.Where(s => s.Id == r.OldManagerId).Select(s => s.Name).FirstOrDefault(),
                NewManager = db.Staff.Where(s => s.Id == r.ManagerId).Select(s => s.Name).FirstOrDefault(),
            })
            .AsNoTracking().ToPageAsync(page, cancel);
        var questions = verdict == ImportVerdict.Asked ? await QuestionsAsync(importId, [.. rows.Rows.Select(x => x.Row.StaffId)], cancel) : [];
        return new([.. rows.Rows.Select(x => new Row(
            x.Row.Number, x.Row.InFile, x.Known is null ? null : x.Row.StaffId, x.Row.Name ?? x.Known, x.Row.EmployeeNumber, x.Row.Email, x.Title, x.Row.StartedOn, x.Row.LeftOn,
            x.Row.Manager, x.Row.LevelNumber, x.Row.AchievedOn, x.Row.Course, x.Row.Problem, x.Row.Kept,
            x.Row.Verdict == ImportVerdict.Asked ? Words(questions.Find(q => q.StaffId == x.Row.StaffId)) : null, Changes(x.Row, x.Title, x.OldTitle, x.OldManager, x.NewManager ?? x.Row.Manager)))], rows.Number, rows.Total);
    }

    private sealed record Question(Id<StaffMember> StaffId, PostRequestState State, DateTime AskedAt, DateTime? AnsweredAt);

    /// <summary>What the agency has asked about these people, the newest first.</summary>
    private Task<List<Question>> QuestionsAsync(Id<Import> importId, IReadOnlyList<Id<StaffMember>?> people, CancellationToken cancel) => db.PostRequests
        .Where(q => people.Contains(q.StaffId) && db.Imports.Any(i => i.Id == importId && i.AgencyId == q.AgencyId))
        .OrderByDescending(q => q.RequestedAt).Select(q => new Question(q.StaffId, q.State, q.RequestedAt, q.DecidedAt)).ToListAsync(cancel);

    /// <summary>What becomes of a row about someone whom another agency knows.</summary>
    private static string Words(Question? question)
    {
        var asked = question is null ? "" : $"Asked on {UkClock.DayOf(question.AskedAt).Words()}";
        return question?.State switch
        {
            PostRequestState.Waiting => $"{asked}. Waiting for an answer",
            PostRequestState.Agreed => $"{asked}, agreed on {UkClock.DayOf(question.AnsweredAt!.Value).Words()}, and added then",
            PostRequestState.Declined => $"{asked}. The answer was no, so they were not added",
            PostRequestState.Withdrawn or null => "They and whoever may answer for them are asked. Nothing is added or shown until one of them agrees",
        };
    }

    /// <summary>Old to new for each field that differs. An empty cell changes nothing.</summary>
    private static IReadOnlyList<ChangeList.Change> Changes(ImportRow row, string? title, string? oldTitle, string? oldManager, string? newManager)
    {
        if (row.PostVersion is null && row.StaffVersion is null) return [];
        List<ChangeList.Change> changes = [];
        void Add(ImportField field, string? old, string? now)
        {
            if (now is not null && now != old) changes.Add(new(field.Words(), old, now));
        }
        Add(ImportField.Name, row.OldName, row.Name);
        Add(ImportField.Email, row.OldEmail, row.Email);
        if (row.PostVersion is null) return changes;
        Add(ImportField.EmployeeNumber, row.OldEmployeeNumber, row.EmployeeNumber);
        Add(ImportField.JobTitle, oldTitle, row.JobTitleId == row.OldJobTitleId ? oldTitle : title);
        Add(ImportField.StartedOn, row.OldStartedOn?.Words(), row.StartedOn?.Words());
        if (row.Verdict != ImportVerdict.Leaver || row.OldLeftOn is not null) Add(ImportField.LeftOn, row.OldLeftOn?.Words(), row.LeftOn?.Words());
        Add(ImportField.Manager, oldManager, row.ManagerId is null || row.ManagerId == row.OldManagerId ? oldManager : newManager);
        return changes;
    }
}
