namespace Portal.Demo.Borough;

/// <summary>
/// Invents that each agency confirmed its staff list every few weeks, so that a report of the past can say when it last had.
/// </summary>
internal sealed class Confirmations
{
    private const int Times = 6;
    private const int DaysBetween = 80;

    public List<StaffListConfirmation> Rows { get; } = [];

    /// <summary>What the agency says itself, which it said last, and the times before.</summary>
    public void Of(Agency agency)
    {
        if (agency.StaffListConfirmedOn is not { } last) return;
        Rows.AddRange(agency.Confirmations);
        Rows.AddRange(Enumerable.Range(1, Times - 1).Select(ago => last.AddDays(-ago * DaysBetween)).Select(day => new StaffListConfirmation
        {
            PartnershipId = agency.PartnershipId, AgencyId = agency.Id, SaidOn = day, ConfirmedOn = day,
        }));
    }
}
