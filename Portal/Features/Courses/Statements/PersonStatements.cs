using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Statements;

/// <summary>One person, statement by statement. Null when they may not be seen, or no framework is in force.</summary>
public sealed class PersonStatements(PortalDb db, UkClock clock)
{
    /// <param name="IsNeeded">Whether the person's jobs need the level of it, or one that builds on it.</param>
    public sealed record Row(Competency Statement, CompetencyCover.Answer Answer, bool IsNeeded);

    /// <param name="Need">The highest level that their jobs need, as far as the viewer sees them; null when none is known.</param>
    /// <param name="Agencies">Where they work, as far as the viewer sees.</param>
    /// <param name="Held">Levels of which they have a verified record, in date or not.</param>
    public sealed record Details(
        Id<StaffMember> Id, string Name, CompetencyCover Cover, int? Need, IReadOnlyList<Row> Rows, MapOfStatements Map,
        IReadOnlyDictionary<string, string> Strands, IReadOnlyList<Id<Agency>> Agencies, IReadOnlyList<int> Held)
    {
        /// <summary>What the job is made of; all statements while no need is known.</summary>
        public IReadOnlyList<Row> Needed => Need is null ? Rows : [.. Rows.Where(r => r.IsNeeded)];
        public bool Needs(Level level) => Need is null || Needed.Any(r => r.Statement.LevelNumber == level.Number);
        public int Covered => Needed.Count(r => r.Answer.State == CoverState.Covered);

        /// <summary>What is missing, or was taught before it changed.</summary>
        public IReadOnlyDictionary<string, int> Missing =>
            Needed.Where(r => r.Answer.State != CoverState.Covered).ToDictionary(r => r.Statement.Code, _ => 1);

        public string Sentence => $"{Covered} of {Words.Count(Needed.Count, "statement")} "
            + (Need is null ? "of the framework" : "that the job is made of") + $" {(Covered == 1 ? "is" : "are")} covered"
            + (Needed.Count(r => r.Answer.State == CoverState.Stale) is > 0 and var stale
                ? $"; {stale} {(stale == 1 ? "was" : "were")} covered before what is taught changed." : ".");
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<StaffMember> staffId, CancellationToken cancel)
    {
        var today = clock.Today;
        var person = db.Staff.VisibleTo(viewer, db, today).Where(s => s.Id == staffId);
        if (await person.Select(s => s.Name).SingleOrDefaultAsync(cancel) is not { } name) return null;
        if (await db.CoverInForceAsync(viewer.PartnershipId, today, cancel) is not { Statements.Count: > 0 } cover) return null;
        var needs = await Need.Of(db, cover.Framework.Id,
            db.Posts.VisibleTo(viewer, Permission.ReadRecord).CurrentOn(today).Where(p => p.StaffId == staffId)).ToListAsync(cancel);
        var taught = await db.TaughtAsync(staffId, today, cancel);
        var held = await db.TrainingRecords.Where(r => r.StaffId == staffId && r.State == RecordState.Verified)
            .Select(r => r.LevelNumber).Distinct().ToListAsync(cancel);
        var needed = cover.For(needs.Max(n => n.Level)).Select(s => s.Code).ToHashSet();
        List<Row> rows = [.. cover.Statements.Select(s => new Row(s, cover.Of(s, taught), needed.Contains(s.Code)))];
        var strands = await MapOfStatements.StrandsAsync(db, viewer, cancel);
        return new(staffId, name, cover, needs.Max(n => n.Level), rows,
            MapOfStatements.Of(cover, strands, rows.ToDictionary(r => r.Statement.Code, r => r.Answer.State)),
            strands, [.. needs.Select(n => n.AgencyId)], held);
    }
}
