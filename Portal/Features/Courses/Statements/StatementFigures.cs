using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.Statements;

/// <summary>
/// How many people in post have been taught each statement, of those whose job needs it: at one agency, or in the partnership. The same
/// few queries for ten people as for ten thousand, and none of them while nothing changes that they rest on. Null when no framework with
/// statements is in force.
/// </summary>
public sealed class StatementFigures(PortalDb db, KeptAnswers memory, UkClock clock)
{
    // About 40 kB: the statements, and a few hundred kinds of people who need and were taught the same.
    private const int KeptRows = 10;

    /// <summary>
    /// People, their jobs, what these stand for and what they were taught raise the version of the staff list; a published framework
    /// never changes.
    /// </summary>
    /// <param name="Courses">Versions of all, and how many there are.</param>
    public sealed record Sign(Id<Domain.Framework>? FrameworkId, long StaffList, long Courses);

    private sealed record Key(Id<Partnership> PartnershipId, Id<Agency>? AgencyId, DateOnly Day);

    private sealed record Counted(CompetencyCover Cover, CoverTally Tally);

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
        var sign = await SignAsync(viewer.PartnershipId, cancel);
        var key = new Key(viewer.PartnershipId, agency, clock.Today);
        if ((memory.Find<Counted>(key, sign) ?? await CountAsync()) is not { } counted) return null;
        return new(counted.Cover, counted.Tally, await MapOfStatements.StrandsAsync(db, viewer, cancel));

        async Task<Counted?> CountAsync()
        {
            if (await db.CoverInForceAsync(key.PartnershipId, key.Day, cancel) is not { Statements.Count: > 0 } cover) return null;
            var tally = new CoverTally(cover);
            var posts = Need.Posts(db, key.PartnershipId, key.Day, agency);
            foreach (var alike in await CoverCount.OnAsync(db, cover, posts, key.Day, cancel))
                tally.Add(alike.Need, alike.Taught, alike.People);
            return memory.Keep(key, sign, new Counted(cover, tally.Done()), KeptRows);
        }
    }

    /// <summary>What the database shows of the figures today.</summary>
    public Task<Sign> SignAsync(Id<Partnership> partnership, CancellationToken cancel)
    {
        var framework = db.VersionsInForce(partnership, clock.Today).Select(f => (Id<Domain.Framework>?)f.Id);
        var staffList = db.StaffListVersions.Where(v => v.PartnershipId == partnership);
        return db.Partnerships.Where(p => p.Id == partnership).Select(p => new Sign(
            framework.FirstOrDefault(), staffList.Sum(v => v.Number),
            db.Courses.Where(c => c.PartnershipId == partnership).Sum(c => 1L + c.Version))).SingleAsync(cancel);
    }
}
