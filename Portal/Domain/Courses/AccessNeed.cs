namespace Portal.Domain;

/// <summary>
/// What someone needs to be able to take part, in their own words. Only whoever organises the run reads it, and it is deleted
/// <see cref="KeptForDays"/> days after the run.
/// </summary>
[KeepsOwnHistory]
public sealed class AccessNeed
{
    public const int KeptForDays = 30;
    public const int Longest = 500;

    public required Id<Booking> BookingId { get; init; }
    public required string Text { get; set; }
}
