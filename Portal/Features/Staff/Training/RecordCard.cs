using Portal.Features.Staff.People;

namespace Portal.Features.Staff.Training;

/// <summary>One record on the page of a person, and what the reader may do about it.</summary>
/// <param name="WhoDecides">By name, while it waits; null when it does not.</param>
public sealed record RecordCard(PersonView.Details Person, PersonView.Record Record, bool MayCorrect, bool MayClaim, string? WhoDecides)
{
    /// <summary>Whether it is the reader's own claim, which was not accepted.</summary>
    public bool MaySendAgain => MayClaim && Record is { State: RecordState.Rejected, Source: RecordSource.Claim };
}
