using Portal.Data;

namespace Portal.Features.Courses.Statements;

/// <summary>
/// How many people in post have been taught each statement, of those whose job needs it: at one agency, or in the partnership. The same
/// few queries for ten people as for ten thousand. Null when no framework with statements is in force.
/// </summary>
public sealed class StatementFigures(PortalDb db, UkClock clock)
{
    public sealed record Found(CompetencyCover Cover, CoverTally Tally, IReadOnlyDictionary<string, string> Strands)
    {
        /// <summary>For each statement how many people it is missing to, or who were taught it before it changed.</summary>
        public IReadOnlyDictionary<string, int> Missing =>
            Cover.Statements.ToDictionary(s => s.Code, s => Tally.Of(s) is var count ? count.People - count.Covered : 0);

        /// <param name="small">Whether counts of fewer than five people are said.</param>
        public string Sentence(bool small) => Tally.People == 0 ? "Nobody’s job is known to need a level."
            : "Of the people whose job needs a level, those who have been taught everything that it is made of: "
                + $"{PeopleCovered.Words(Tally.Whole, Tally.People, small)}.";

        public MapOfStatements Map(bool small) => MapOfStatements.Of(Cover, Strands, Tally, small);
    }

    /// <param name="agency">Null for the whole partnership. Whoever asks has looked whether the viewer may know.</param>
    public async Task<Found?> RunAsync(Viewer viewer, Id<Agency>? agency, CancellationToken cancel)
    {
        var (today, partnership) = (clock.Today, viewer.PartnershipId);
        if (await db.CoverInForceAsync(partnership, today, cancel) is not { Statements.Count: > 0 } cover) return null;
        var tally = new CoverTally(cover);
        foreach (var alike in await CoverCount.OnAsync(db, cover, Need.Posts(db, partnership, today, agency), today, cancel))
            tally.Add(alike.Need, alike.Taught, alike.People);
        return new(cover, tally, await MapOfStatements.StrandsAsync(db, viewer, cancel));
    }
}
