namespace Portal.Features.Returns;

/// <summary>How pages, files and messages speak of a return.</summary>
public static class ReturnWords
{
    /// <summary>"5pm on 5 November 2026": London's time of a UTC instant.</summary>
    public static string Instant(DateTime instant) => Words.Instant(instant);

    public static string Colour(ReturnState state) => state switch
    {
        ReturnState.Draft or ReturnState.Reopened => "blue",
        ReturnState.AwaitingSignature => "purple",
        ReturnState.Submitted => "turquoise",
        ReturnState.ChangesRequested => "yellow",
        ReturnState.Accepted => "green",
    };

    /// <summary>The state as it stands alone in a tag.</summary>
    /// <param name="reviewer">Whether it is said to someone who decides on returns: what waits for them says so.</param>
    public static string Tag(ReturnState state, bool reviewer = false) => Words.Capital(For(state, reviewer));

    /// <summary>The same within a sentence: "with the commissioner", or "waiting for you".</summary>
    public static string For(ReturnState state, bool reviewer) =>
        reviewer && state == ReturnState.Submitted ? "waiting for you" : state.Words();

    /// <summary>"3 people", "1 person".</summary>
    public static string People(int count) => Words.Count(count, "person", "people");
}
