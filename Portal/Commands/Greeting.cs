namespace Portal.Commands;

/// <summary>What someone who starts the portal in Development reads: what the first start is doing, then where to go.</summary>
internal static class Greeting
{
    /// <summary>One line, written over as the fictional borough's past is lived; a file gets a line for each year.</summary>
    public static void Living(DateOnly day, int left)
    {
        var words = left == 0
            ? "Brambleford is ready."
            : $"First start: living through Brambleford's last three years, {Words.Month(day)}, {left} days to go";
        if (!Console.IsOutputRedirected) Console.Write($"\r{words,-90}{(left == 0 ? Environment.NewLine : "")}");
        else if (left == 0 || day is { Month: 12, Day: 31 }) Console.WriteLine(words);
    }

    /// <summary>Says, once the portal listens, where it is, how to sign in and what to try first.</summary>
    public static void Greet(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => app.Logger.LogInformation("""
        Open {Address} in a browser.
        Sign in with one click as any of its made-up people; mail stays here, at {Address}/Development/Mail
        Try first: as commissioner, open Standards, follow a figure to the proof behind it, then approve the edition that Home asks for.
        """, app.Urls.FirstOrDefault()?.TrimEnd('/'), app.Urls.FirstOrDefault()?.TrimEnd('/')));
}
