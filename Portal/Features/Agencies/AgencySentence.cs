using Portal.Components;

namespace Portal.Features.Agencies;

/// <summary>Where an agency stands, in a sentence or two for the top of its page.</summary>
public static class AgencySentence
{
    /// <param name="said">What the rooms say of an agency that has begun.</param>
    public static string Of(AgencyView.Details agency, IEnumerable<string> said)
    {
        var name = agency.Agency.Name;
        if (!agency.IsOpen)
            return $"{name} closed on {agency.Agency.ClosedOn!.Value.Words()}"
                + $"{(agency.MergedInto is null ? "" : $" and is now part of {agency.MergedInto}")}. Its history stays here.";
        if (agency.Phase.StartsOn > agency.Today)
            return $"{name} begins with phase {agency.Phase.Number} on {agency.Phase.StartsOn.Words()}. Until then nothing is due.";
        return string.Join(' ', said);
    }
}
