using Portal.Components;

namespace Portal.Features.Standards.Measures;

/// <summary>How long a confirmed staff list is believed.</summary>
public static class StaffList
{
    /// <summary>
    /// Why a staff list cannot be believed on a day; null when it can. Only the newest confirmation is kept: one made after
    /// the day answers for it too.
    /// </summary>
    public static string? Staleness(DateOnly? confirmedOn, DateOnly day) => confirmedOn switch
    {
        null => "The staff list has never been confirmed",
        { } on when Agency.StaffListFreshUntil(on) < day => $"The staff list was last confirmed on {on.Words()}",
        _ => null,
    };
}
