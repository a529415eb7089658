using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Features.Imports.Answering;

namespace Portal.Features.Imports;

/// <summary>The rows of an import with one verdict, a page at a time in the order of the file, with what changes from what.</summary>
public sealed class ImportRowList(PortalDb db, PeopleInQuestion people)
{
    /// <param name="Verdict">What happens to them.</param>
    /// <param name="Kept">Instead, those that undo left alone.</param>
    /// <param name="Noted">Instead, those that are taken without one of their cells.</param>
    public readonly record struct Filter(ImportVerdict Verdict, bool Kept = false, bool Noted = false);

    public sealed record Row
    {
        /// <summary>As the spreadsheet numbers it.</summary>
        public required int Number { get; init; }
        public required bool InFile { get; init; }

        /// <summary>Null while nobody on the staff list is known to be meant.</summary>
        public required Id<StaffMember>? StaffId { get; init; }
        public required string? Name { get; init; }
        public required string? EmployeeNumber { get; init; }
        public required string? Email { get; init; }
        public required string? JobTitle { get; init; }
        public required DateOnly? StartedOn { get; init; }
        public required DateOnly? LeftOn { get; init; }
        public required int? Level { get; init; }
        public required DateOnly? AchievedOn { get; init; }
        public required string? Course { get; init; }
        public required string? Problem { get; init; }
        public required string? Kept { get; init; }

        /// <summary>What was left out of it.</summary>
        public required string? Note { get; init; }
        public required string? NotCounted { get; init; }

        /// <summary>What becomes of a row about someone who is asked first, or what is to be said of it.</summary>
        public required string? Question { get; init; }
        public required IReadOnlyList<ChangeList.Change> Changes { get; init; }
    }

    /// <summary>A row with the names of what it holds ids of.</summary>
    private sealed record Named
    {
        public required ImportRow Row { get; init; }
        public required string? Known { get; init; }
        public required string? Title { get; init; }
        public required string? OldTitle { get; init; }
        public required string? Manager { get; init; }
        public required string? OldManager { get; init; }
    }

    public async Task<Page<Row>> RunAsync(
        Viewer viewer, Id<Import> importId, Filter filter, int page, CancellationToken cancel)
    {
        var verdict = filter.Verdict;
        var isTraining = await db.Imports.VisibleTo(viewer).AnyAsync(i => i.Id == importId && i.Kind == ImportKind.Training, cancel);
        var rows = await db.ImportRows
            .Where(r => r.ImportId == importId && (filter.Kept ? r.Kept != null
                : filter.Noted ? r.Verdict != ImportVerdict.Refused && (r.Note != null || r.ManagerNote != null) : r.Verdict == verdict))
            .Where(r => db.Imports.VisibleTo(viewer).Any(i => i.Id == r.ImportId))
            .OrderBy(r => r.Number)
            .Select(r => new Named
            {
                Row = r,
                // Training is about people on the agency's own list, whom a refused row may name; a row of a staff list may not be.
                Known = (r.Verdict == ImportVerdict.Refused && !isTraining) || r.Verdict == ImportVerdict.Asked ? null
                    : db.Staff.Where(s => s.Id == r.StaffId).Select(s => s.Name).FirstOrDefault(),
                Title = db.JobTitles.Where(t => t.Id == r.Job.JobTitleId).Select(t => t.Title).FirstOrDefault()
                    ?? db.ImportTerms.Where(t => t.ImportId == importId && t.JobTitleId == r.Job.JobTitleId)
                        .Select(t => t.Text).FirstOrDefault(),
                OldTitle = db.JobTitles.Where(t => t.Id == r.JobBefore.JobTitleId).Select(t => t.Title).FirstOrDefault(),
                Manager = db.Staff.Where(s => s.Id == r.Job.ManagerId).Select(s => s.Name).FirstOrDefault(),
                OldManager = db.Staff.Where(s => s.Id == r.JobBefore.ManagerId).Select(s => s.Name).FirstOrDefault(),
            })
            .AsNoTracking().ToPageAsync(page, cancel);
        var likely = verdict == ImportVerdict.InQuestion && !filter.Kept && !filter.Noted
            ? await people.OfRowsAsync(importId, [.. rows.Rows.Select(x => x.Row.Number)], cancel) : null;
        var questions = verdict == ImportVerdict.Asked
            ? await QuestionsAsync(importId, [.. rows.Rows.Select(x => x.Row.StaffId)], cancel) : [];
        return new([.. rows.Rows.Select(x => Shown(x, questions, likely))], rows.Number, rows.Total);
    }

    private static Row Shown(Named named, List<Question> questions, ILookup<int, PeopleInQuestion.Candidate>? likely)
    {
        var row = named.Row;
        return new()
        {
            Number = row.Line ?? row.Number, InFile = row.InFile, StaffId = named.Known is null ? null : row.StaffId,
            Name = row.Person.Name ?? named.Known, Email = row.Person.Email,
            EmployeeNumber = row.Job.EmployeeNumber, JobTitle = named.Title, StartedOn = row.Job.StartedOn, LeftOn = row.Job.LeftOn,
            Level = row.Training.LevelNumber, AchievedOn = row.Training.AchievedOn, Course = row.Training.Course,
            Problem = row.Problem, Kept = row.Kept, NotCounted = row.NotCounted, Changes = Changes(named),
            Note = row is { Note: { } note, ManagerNote: { } why } ? $"{note}. {why}" : row.Note ?? row.ManagerNote,
            Question = row.Verdict == ImportVerdict.Asked ? Words(questions.Find(q => q.StaffId == row.StaffId))
                : likely is null ? null : PeopleInQuestion.Sentence([.. likely[row.Number]]),
        };
    }

    private sealed record Question(Id<StaffMember> StaffId, PostRequestState State, DateTime AskedAt, DateTime? AnsweredAt);

    /// <summary>What the agency has asked about these people, the newest first.</summary>
    private Task<List<Question>> QuestionsAsync(
        Id<Import> importId, IReadOnlyList<Id<StaffMember>?> people, CancellationToken cancel) => db.PostRequests
        .Where(q => people.Contains(q.StaffId) && db.Imports.Any(i => i.Id == importId && i.AgencyId == q.AgencyId))
        .OrderByDescending(q => q.RequestedAt)
        .Select(q => new Question(q.StaffId, q.State, q.RequestedAt, q.DecidedAt)).ToListAsync(cancel);

    /// <summary>What becomes of a row about someone whom another agency knows.</summary>
    private static string Words(Question? question)
    {
        var asked = question is null ? "" : $"Asked on {UkClock.DayOf(question.AskedAt).Words()}";
        return question?.State switch
        {
            PostRequestState.Waiting => $"{asked}. Waiting for an answer",
            PostRequestState.Agreed => $"{asked}, agreed on {UkClock.DayOf(question.AnsweredAt!.Value).Words()}, and added then",
            PostRequestState.Declined => $"{asked}. The answer was no, so they were not added",
            PostRequestState.Withdrawn or null =>
                "They and whoever may answer for them are asked. Nothing is added or shown until one of them agrees",
        };
    }

    /// <summary>Old to new for each field that differs. An empty cell changes nothing.</summary>
    private static List<ChangeList.Change> Changes(Named named)
    {
        var row = named.Row;
        if (row.PostVersion is null && row.StaffVersion is null) return [];
        List<ChangeList.Change> changes = [];
        void Add(ImportField field, string? old, string? now)
        {
            if (now is not null && now != old) changes.Add(new(field.Words(), old, now));
        }
        Add(ImportField.Name, row.PersonBefore.Name, row.Person.Name);
        Add(ImportField.Email, row.PersonBefore.Email, row.Person.Email);
        if (row.PostVersion is null) return changes;
        var (before, now) = (row.JobBefore, row.Job);
        Add(ImportField.EmployeeNumber, before.EmployeeNumber, now.EmployeeNumber);
        Add(ImportField.JobTitle, named.OldTitle, now.JobTitleId == before.JobTitleId ? named.OldTitle : named.Title);
        Add(ImportField.StartedOn, before.StartedOn?.Words(), now.StartedOn?.Words());
        if (row.Verdict != ImportVerdict.Leaver || before.LeftOn is not null)
            Add(ImportField.LeftOn, before.LeftOn?.AddDays(-1).Words(), now.LeftOn?.AddDays(-1).Words());
        if (now.ManagerId is not null && now.ManagerId != before.ManagerId)
            Add(ImportField.Manager, named.OldManager, named.Manager ?? row.Manager);
        return changes;
    }
}
