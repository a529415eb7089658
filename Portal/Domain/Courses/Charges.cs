namespace Portal.Domain;

/// <summary>What an agency is charged for a place: the same whether one booking is asked or thousands are added up.</summary>
public static class Charges
{
    /// <param name="price">What the place costs, as it was when it was asked for.</param>
    /// <param name="lateFee">What the run asks for cancelling late.</param>
    /// <param name="noShowFee">What the run asks for not coming, where that is more than the place.</param>
    public static Money Of(BookingState state, bool isLate, bool isWaived, Money price, Money lateFee, Money noShowFee) =>
        isWaived ? Money.Zero : state switch
        {
            BookingState.Booked or BookingState.Attended or BookingState.PartAttended => price,
            BookingState.DidNotAttend => price > noShowFee ? price : noShowFee,
            BookingState.Cancelled when isLate => lateFee,
            _ => Money.Zero,
        };
}
