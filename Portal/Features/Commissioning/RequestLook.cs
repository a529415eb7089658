namespace Portal.Features.Commissioning;

/// <summary>How the state of a request and the standing of a clause are coloured; the words say the same.</summary>
public static class RequestLook
{
    public static string Colour(RequestState state) => state switch
    {
        RequestState.Draft => "grey",
        RequestState.Submitted => "blue",
        RequestState.ChangesRequested => "yellow",
        RequestState.Approved => "green",
        RequestState.Declined => "red",
        RequestState.Withdrawn => "grey",
    };

    public static string Colour(ClauseOutcome outcome) => outcome switch
    {
        ClauseOutcome.Met => "green",
        ClauseOutcome.NotMet => "red",
        ClauseOutcome.NeedsAPerson => "yellow",
    };
}
