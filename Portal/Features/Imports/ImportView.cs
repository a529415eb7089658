using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Applying;

namespace Portal.Features.Imports;

/// <summary>One import as its pages show it; null when it is not there for this person.</summary>
public sealed class ImportView(PortalDb db, ImportProgress progress, UkClock clock)
{
    public sealed record Column(int Number, string Heading, string Sample, ImportField? Field);

    public sealed record Term(string Text, bool IsMapped);

    public sealed record Details(
        Id<Import> Id, string Agency, ImportKind Kind, string FileName, ImportState State, int Version, string? Notice, bool IsFullList, bool FromTrainingSystem,
        DateTime UploadedAt, string UploadedBy, DateTime? AppliedAt, string? AppliedBy, DateTime? UndoneAt, bool MayBeUndone, bool NeedsBrake,
        IReadOnlyDictionary<ImportVerdict, int> Counts, int RosterSize, int Done, int Total, int Kept, IReadOnlyList<Column> Columns, IReadOnlyList<Term> Terms)
    {
        public bool IsAtWork => State is ImportState.Checking or ImportState.Queued or ImportState.Undoing;
        public int ToApply => Counts[ImportVerdict.New] + Counts[ImportVerdict.Changed] + Counts[ImportVerdict.Leaver] + Counts[ImportVerdict.Asked];

        /// <summary>What the table shows first: what must be put right, then what would change.</summary>
        public ImportVerdict First => Counts.FirstOrDefault(c => c.Value > 0).Key;
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<Import> importId, CancellationToken cancel)
    {
        var import = await db.Imports.VisibleTo(viewer).AsNoTracking().Include(i => i.Columns.OrderBy(c => c.Number)).SingleOrDefaultAsync(i => i.Id == importId, cancel);
        if (import is null) return null;
        var agency = await db.Agencies.Where(a => a.Id == import.AgencyId).Select(a => a.Name).SingleAsync(cancel);
        // A title that only refused rows have is not about to be added.
        var terms = await db.ImportTerms.Where(t => t.ImportId == importId && (t.JobTitleId == null || db.ImportRows.Where(r => r.ImportId == importId && r.Verdict != ImportVerdict.Refused).Select(r => r.JobTitleId).Contains(t.JobTitleId)))
            .OrderBy(t => t.Text).Take(200).Select(t => new Term(t.Text, t.JobRoleId != null)).ToListAsync(cancel);
        var kept = import.State == ImportState.Undone ? await db.ImportRows.CountAsync(r => r.ImportId == importId && r.Kept != null, cancel) : 0;
        var total = import.State == ImportState.Checking ? await GuessRowsAsync(import, cancel) : import.Total;
        return new(
            import.Id, agency, import.Kind, import.FileName, import.State, import.Version, import.Notice, import.IsFullList, import.FromTrainingSystem,
            import.UploadedAt, import.UploadedByName, import.AppliedAt, import.AppliedByName, import.UndoneAt, import.MayBeUndoneAt(clock.Now), import.NeedsBrake,
            Counts(import), import.RosterSize, progress.Of(importId) ?? import.Done, total, kept,
            [.. import.Columns.Select(c => new Column(c.Number, c.Heading, c.Sample, c.Field))], terms);
    }

    /// <summary>In the order in which they want attention.</summary>
    private static Dictionary<ImportVerdict, int> Counts(Import import) => new()
    {
        [ImportVerdict.Refused] = import.RefusedCount, [ImportVerdict.Asked] = import.AskedCount, [ImportVerdict.Leaver] = import.LeaverCount, [ImportVerdict.Changed] = import.ChangedCount,
        [ImportVerdict.New] = import.NewCount, [ImportVerdict.Unchanged] = import.UnchangedCount,
    };

    /// <summary>How many rows a file of this size has, about: enough for a bar while they are counted.</summary>
    private async Task<int> GuessRowsAsync(Import import, CancellationToken cancel)
    {
        var file = await db.Files.Where(f => f.Id == import.FileId).Select(f => new { f.Length, IsText = f.ContentType.StartsWith("text") }).SingleAsync(cancel);
        return Math.Max(import.Done, (int)(file.Length / (file.IsText ? 80 : 40)));
    }
}
