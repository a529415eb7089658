using Portal.Components;

namespace Portal.Features.Standards.Measures;

/// <summary>How long a confirmed roster is believed.</summary>
public static class Roster
{
    /// <summary>
    /// Why a roster cannot be believed on a day; null when it can. Only the newest confirmation is kept: one made after
    /// the day answers for it too.
    /// </summary>
    public static string? Staleness(DateOnly? confirmedOn, DateOnly day) => confirmedOn switch
    {
        null => "The staff list has never been confirmed",
        { } on when Agency.RosterFreshUntil(on) < day => $"The staff list was last confirmed on {on.Words()}",
        _ => null,
    };
}
