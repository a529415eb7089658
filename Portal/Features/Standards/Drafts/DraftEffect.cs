using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Drafts;

/// <summary>What would change if a draft were in force today: both versions judge every agency as the nightly evaluation would.</summary>
public sealed class DraftEffect(PortalDb db, UkClock clock, Judging judging)
{
    public sealed record Change(Id<Agency> AgencyId, string Agency, int Level, Outcome Was, Outcome Becomes);

    /// <param name="Agencies">How many agencies are judged.</param>
    /// <param name="Reweighed">Flags that would stay open with another severity.</param>
    public sealed record Found(int Agencies, IReadOnlyList<Change> Changes, int Reweighed)
    {
        public int AgenciesChanged => Changes.Select(c => c.AgencyId).Distinct().Count();
        public int FlagsOpened => Changes.Count(c => Flagged(c.Becomes) && !Flagged(c.Was));
        public int FlagsClosed => Changes.Count(c => Flagged(c.Was) && !Flagged(c.Becomes));
    }

    public async Task<Found> RunAsync(Viewer viewer, StandardDraft.Details details, CancellationToken cancel)
    {
        viewer.Require(Permission.EditStandards);
        var (draft, replaces) = (details.Draft, details.Replaces);
        var verdicts = await judging.ByAsync([replaces, draft], viewer.PartnershipId, clock.Today, cancel);
        var before = verdicts.Where(v => v.Standard == replaces).ToDictionary(v => (v.AgencyId, v.Level), v => v.Outcome);
        var after = verdicts.Where(v => v.Standard == draft).ToList();
        var names = await db.Agencies.OfPartnership(viewer).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var changes = after.Select(v => new Change(v.AgencyId, names[v.AgencyId], v.Level, before[(v.AgencyId, v.Level)], v.Outcome))
            .Where(c => c.Was != c.Becomes);
        return new(after.Select(v => v.AgencyId).Distinct().Count(),
            [.. changes.OrderBy(c => c.Agency, StringComparer.CurrentCulture).ThenBy(c => c.Level)],
            after.Count(v => Flagged(v.Outcome) && Flagged(before[(v.AgencyId, v.Level)])
                && draft.SeverityAt(v.Level) != replaces.SeverityAt(v.Level)));
    }

    private static bool Flagged(Outcome outcome) => outcome is Outcome.NotMet or Outcome.PartlyMet;
}
