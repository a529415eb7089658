using Portal.Components;

namespace Portal.Features.Agencies;

/// <summary>Where an agency stands, in a sentence or two for the top of its page.</summary>
public static class AgencySentence
{
    public const string NowPartOf = " and is now part of ";
    public const string Stays = ". Its history stays here.";

    /// <summary>"Brambleford Homes closed on 3 May 2026".</summary>
    public static string Closed(AgencyView.Details agency) => $"{agency.Agency.Name} closed on {agency.Agency.ClosedOn!.Value.Words()}";

    /// <param name="said">What the rooms say of an agency that has begun.</param>
    public static string Of(AgencyView.Details agency, IEnumerable<string> said)
    {
        var name = agency.Agency.Name;
        if (!agency.IsOpen)
            return $"{Closed(agency)}{(agency.MergedInto is { } into ? $"{NowPartOf}{into.Name}" : "")}{Stays}";
        if (agency.Phase.StartsOn > agency.Today)
            return $"{name} begins with phase {agency.Phase.Number} on {agency.Phase.StartsOn.Words()}. Until then nothing is due.";
        return string.Join(' ', said);
    }
}
