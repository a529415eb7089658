using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Applying;

namespace Portal.Features.Imports;

/// <summary>One import as its pages show it; null when it is not there for this person.</summary>
public sealed class ImportView(PortalDb db, ImportProgress progress, UkClock clock)
{
    /// <param name="WasLeftOut">Left out the last time, though its heading names something.</param>
    public sealed record Column(int Number, string Heading, string Sample, ImportField? Field, bool WasLeftOut)
    {
        /// <summary>Left out, and looks as if it said which rows count.</summary>
        public bool LooksLikeResult => Field is null && (ImportFields.Rank(ImportField.Result, Heading) is not null
            || ResultWords.Look([.. Sample.Split(" · ", StringSplitOptions.RemoveEmptyEntries)]));
    }

    public sealed record Term(string Text, bool IsMapped);

    public sealed record Details
    {
        public required Id<Import> Id { get; init; }
        public required string Agency { get; init; }
        public required ImportKind Kind { get; init; }
        public required string FileName { get; init; }
        public required ImportState State { get; init; }
        public required int Version { get; init; }
        public required string? Notice { get; init; }
        public required bool IsFullList { get; init; }
        public required bool FromTrainingSystem { get; init; }
        public required DateTime UploadedAt { get; init; }
        public required string UploadedBy { get; init; }
        public required DateTime? AppliedAt { get; init; }
        public required string? AppliedBy { get; init; }
        public required DateTime? UndoneAt { get; init; }
        public required bool MayBeUndone { get; init; }
        public required bool NeedsBrake { get; init; }
        public required bool NeedsBrakeForNew { get; init; }
        public required bool AsksWhetherComplete { get; init; }
        public required bool ConfirmsStaffList { get; init; }
        public required string? Sheet { get; init; }
        public required IReadOnlyList<string> Sheets { get; init; }
        public required DateOrder? Dates { get; init; }
        public required string? DatesExample { get; init; }
        public required string? EveryonesTitle { get; init; }

        /// <summary>Rows that are taken without one of their cells.</summary>
        public required int Noted { get; init; }

        /// <summary>Rows of which somebody has said that they are, or are not, about someone who would leave.</summary>
        public required int Said { get; init; }

        /// <summary>Rows of each verdict, in the order in which they want attention.</summary>
        public required IReadOnlyDictionary<ImportVerdict, int> Counts { get; init; }
        public required int StaffListSize { get; init; }

        /// <summary>Rows worked through so far, of <see cref="Total"/>.</summary>
        public required int Done { get; init; }
        public required int Total { get; init; }

        /// <summary>Rows that undo left alone.</summary>
        public required int Kept { get; init; }
        public required IReadOnlyList<Column> Columns { get; init; }
        public required IReadOnlyList<Term> Terms { get; init; }

        public bool IsAtWork => State is ImportState.Checking or ImportState.Queued or ImportState.Undoing;
        public int ToApply => Counts.Where(c => c.Key is ImportVerdict.New or ImportVerdict.Changed or ImportVerdict.Leaver
            or ImportVerdict.Asked).Sum(c => c.Value);

        /// <summary>Something must be typed or said before it is applied.</summary>
        public bool NeedsAnswers => NeedsBrake || NeedsBrakeForNew || AsksWhetherComplete;

        /// <summary>What the table shows first: what must be put right, then what would change.</summary>
        public ImportVerdict First => Counts.FirstOrDefault(c => c.Value > 0).Key;
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<Import> importId, CancellationToken cancel)
    {
        var import = await db.Imports.VisibleTo(viewer).AsNoTracking().Include(i => i.Columns.OrderBy(c => c.Number))
            .SingleOrDefaultAsync(i => i.Id == importId, cancel);
        if (import is null) return null;
        var agency = await db.Agencies.Where(a => a.Id == import.AgencyId).Select(a => a.Name).SingleAsync(cancel);
        var total = import.State == ImportState.Checking ? await GuessRowsAsync(import, cancel) : import.Total;
        return new()
        {
            Id = import.Id, Agency = agency, Kind = import.Kind, FileName = import.FileName, State = import.State, Version = import.Version,
            Notice = import.Notice, IsFullList = import.IsFullList, FromTrainingSystem = import.FromTrainingSystem,
            UploadedAt = import.UploadedAt, UploadedBy = import.UploadedByName,
            AppliedAt = import.AppliedAt, AppliedBy = import.AppliedByName, UndoneAt = import.UndoneAt,
            MayBeUndone = import.MayBeUndoneAt(clock.Now), NeedsBrake = import.NeedsBrake, NeedsBrakeForNew = import.NeedsBrakeForNew,
            AsksWhetherComplete = import.AsksWhetherComplete, ConfirmsStaffList = import.ConfirmsStaffList, Sheet = import.Sheet,
            Sheets = import.Sheets?.Split('\n') ?? [], Dates = import.Dates, DatesExample = import.DatesExample,
            EveryonesTitle = import.EveryonesTitle, Noted = import.NotedCount,
            Said = import is { State: ImportState.Ready, IsFullList: true }
                ? await db.ImportPairs.Where(p => p.ImportId == importId && p.IsSame != null).Select(p => p.Number).Distinct()
                    .CountAsync(cancel) : 0,
            Counts = Counts(import), StaffListSize = import.StaffListSize, Done = progress.Of(importId) ?? import.Done, Total = total,
            Kept = import.State == ImportState.Undone
                ? await db.ImportRows.CountAsync(r => r.ImportId == importId && r.Kept != null, cancel) : 0,
            Columns = await ColumnsAsync(import, cancel),
            Terms = await TermsAsync(importId, cancel),
        };
    }

    private async Task<IReadOnlyList<Column>> ColumnsAsync(Import import, CancellationToken cancel)
    {
        var leftOut = import.State == ImportState.Uploaded
            ? await db.ImportMappings.Where(m => m.AgencyId == import.AgencyId && m.Kind == import.Kind && m.Field == null)
                .Select(m => m.Heading).ToListAsync(cancel) : [];
        return [.. import.Columns.Select(c => new Column(c.Number, c.Heading, c.Sample, c.Field,
            leftOut.Contains(ImportFields.Key(c.Heading)) && ImportFields.Named(import.Kind, c.Heading) is not null))];
    }

    /// <summary>Titles and courses that are new; a title that only refused rows have is not about to be added.</summary>
    private async Task<IReadOnlyList<Term>> TermsAsync(Id<Import> importId, CancellationToken cancel)
    {
        var titles = db.ImportRows.Where(r => r.ImportId == importId && r.Verdict != ImportVerdict.Refused).Select(r => r.Job.JobTitleId);
        return await db.ImportTerms.Where(t => t.ImportId == importId && (t.JobTitleId == null || titles.Contains(t.JobTitleId)))
            .OrderBy(t => t.Text).Take(200).Select(t => new Term(t.Text, t.JobRoleId != null)).ToListAsync(cancel);
    }

    private static Dictionary<ImportVerdict, int> Counts(Import import) => new()
    {
        [ImportVerdict.InQuestion] = import.InQuestionCount,
        [ImportVerdict.Refused] = import.RefusedCount, [ImportVerdict.Asked] = import.AskedCount,
        [ImportVerdict.Leaver] = import.LeaverCount, [ImportVerdict.Changed] = import.ChangedCount,
        [ImportVerdict.New] = import.NewCount, [ImportVerdict.NotCounted] = import.NotCountedCount,
        [ImportVerdict.Unchanged] = import.UnchangedCount,
    };

    /// <summary>How many rows a file of this size has, about: enough for a bar while they are counted.</summary>
    private async Task<int> GuessRowsAsync(Import import, CancellationToken cancel)
    {
        var file = await db.Files.Where(f => f.Id == import.FileId)
            .Select(f => new { f.Length, IsText = f.ContentType.StartsWith("text") }).SingleAsync(cancel);
        return Math.Max(import.Done, (int)(file.Length / (file.IsText ? 80 : 40)));
    }
}
