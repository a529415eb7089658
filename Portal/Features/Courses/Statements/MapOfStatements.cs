using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Statements;

/// <summary>A map of statements: strands down, levels across, and how much of each is covered.</summary>
public sealed record MapOfStatements(
    string Caption, IReadOnlyList<Level> Levels, IReadOnlyList<MapOfStatements.Row> Rows, bool HasWhole)
{
    /// <summary>How much is covered: a shape and a colour.</summary>
    public enum Fill { None, Some, All }

    /// <param name="Words">What the cell says in full.</param>
    /// <param name="Short">What there is room for.</param>
    public sealed record Cell(Fill Fill, string Short, string Words);

    /// <param name="Cells">One for each level; null where the level has no statement on the strand.</param>
    /// <param name="Whole">All levels of the strand together.</param>
    public sealed record Row(string Strand, IReadOnlyList<Cell?> Cells, Cell? Whole);

    /// <summary>What one person has been taught.</summary>
    public static MapOfStatements Of(
        CompetencyCover cover, IReadOnlyDictionary<string, string> strands, IReadOnlyDictionary<string, CoverState> states) =>
        Of("How many statements are covered", cover, strands, false, (_, _, statements) =>
        {
            int In(CoverState state) => statements.Count(s => states[s.Code] == state);
            var (covered, stale, all) = (In(CoverState.Covered), In(CoverState.Stale), statements.Count);
            return new(covered == all ? Fill.All : covered + stale == 0 ? Fill.None : Fill.Some, $"{covered} of {all}",
                $"{covered} of {Words.Count(all, "statement")} covered{(stale == 0 ? "" : $", {stale} changed since")}");
        });

    /// <summary>How many people have been taught all of a cell, of those whose job needs it.</summary>
    /// <param name="small">Whether the reader may see counts of fewer than five people.</param>
    public static MapOfStatements Of(CompetencyCover cover, IReadOnlyDictionary<string, string> strands, CoverTally tally, bool small) =>
        Of("How many people are covered", cover, strands, true, (strand, level, _) =>
        {
            var count = tally.Of(strand, level);
            if (count.People == 0) return new(Fill.None, "–", "nobody’s job needs it");
            var words = PeopleCovered.Words(count.Covered, count.People, small);
            return new(count.Covered == count.People ? Fill.All : count.Covered == 0 || !(small || PeopleCovered.MayBeSaid(count.Covered))
                ? Fill.None : Fill.Some, words, $"covered: {words}");
        });

    /// <summary>The names of the strands, by their codes.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> StrandsAsync(PortalDb db, Viewer viewer, CancellationToken cancel) =>
        await db.Strands.OfPartnership(viewer).OrderBy(s => s.Id).ToDictionaryAsync(s => s.Code, s => s.Name, cancel);

    private static MapOfStatements Of(string caption, CompetencyCover cover, IReadOnlyDictionary<string, string> strands, bool hasWhole,
        Func<string, int?, IReadOnlyList<Competency>, Cell> cell)
    {
        List<Level> levels = [.. cover.Framework.Levels.Where(l => cover.Cells.Any(c => c.LevelNumber == l.Number))];
        string NameOf(string strand) => strand.Length == 0 ? "Every strand alike" : strands.GetValueOrDefault(strand, strand);
        return new(caption, levels,
        [
            .. from strand in cover.Cells.GroupBy(c => c.Strand)
               orderby strand.Key.Length > 0, NameOf(strand.Key)
               select new Row(NameOf(strand.Key), [.. levels.Select(l => strand.FirstOrDefault(c => c.LevelNumber == l.Number))
                   .Select(c => c is null ? null : cell(c.Strand, c.LevelNumber, c.Statements))],
                   hasWhole ? cell(strand.Key, null, []) : null),
        ], hasWhole);
    }
}
