namespace Portal.Domain;

/// <summary>
/// One change of the day for which an agency's staff list counts as confirmed: what a report of an earlier day reads,
/// whatever was said since.
/// </summary>
[KeepsOwnHistory]
public sealed class StaffListConfirmation : IBelongToPartnership
{
    public Id<StaffListConfirmation> Id { get; init; } = Id<StaffListConfirmation>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The day, in London, on which it was said. Of several on one day the last stands.</summary>
    public required DateOnly SaidOn { get; init; }

    /// <summary>
    /// The day as on which the list was complete; null when an earlier confirmation was taken back and none stood before it.
    /// </summary>
    public required DateOnly? ConfirmedOn { get; init; }
}
