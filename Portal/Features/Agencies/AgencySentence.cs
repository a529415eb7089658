using Portal.Components;

namespace Portal.Features.Agencies;

/// <summary>Where an agency stands, in a sentence or two for the top of its page.</summary>
public static class AgencySentence
{
    public static string Of(AgencyView.Details agency, AgencyResults.Found results, AgencyLevels.Found levels)
    {
        if (!agency.IsOpen)
            return $"{agency.Agency.Name} closed on {agency.Agency.ClosedOn!.Value.Words()}{(agency.MergedInto is null ? "" : $" and is now part of {agency.MergedInto}")}. Its history stays here.";
        if (agency.Phase.StartsOn > agency.Today)
            return $"{agency.Agency.Name} begins with phase {agency.Phase.Number} on {agency.Phase.StartsOn.Words()}. Until then nothing is due.";
        return $"{Standards(agency.Agency.Name, results)} {People(levels)}".Trim();
    }

    private static string Standards(string name, AgencyResults.Found results)
    {
        var counted = results.Lines.Where(l => l.Outcome is not (Outcome.NotApplicable or Outcome.NotYetDue)).ToList();
        if (counted.Count == 0) return $"{name} has no results yet: they are worked out every night.";
        var met = counted.Count(l => l.Outcome == Outcome.Met);
        var unknown = counted.Count(l => l.Outcome == Outcome.Unknown);
        return met == counted.Count ? $"{name} follows every standard that applies to it."
            : $"{name} follows {met} of {counted.Count} standards that apply to it{(unknown == 0 ? "" : $"; {unknown} cannot be told")}.";
    }

    private static string People(AgencyLevels.Found levels)
    {
        var needed = levels.Rows.Sum(r => r.Needed);
        if (levels.People == 0) return "Nobody is on its staff list.";
        var held = new Share(levels.Rows.Sum(r => r.InDate), needed);
        var share = needed == 0 ? "" : $"{Words.Number(held.Count)} of {Words.Number(needed)} staff{(held.Percent() is { } percent ? $" ({percent})" : "")} are at the level their job needs.";
        return levels.Unmapped == 0 ? share : $"{share} {(levels.Unmapped == 1 ? "The level that one person needs" : $"The level that {levels.Unmapped} people need")} is not known yet.".Trim();
    }
}
