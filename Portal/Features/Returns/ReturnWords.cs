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
    public static string Tag(ReturnState state) => Words.Capital(state.Words());

    /// <summary>"3 people", "1 person".</summary>
    public static string People(int count) => Words.Count(count, "person", "people");
}
