using Portal.Components;

namespace Portal.Features.Hubs;

/// <summary>One thing a person has to do: what, where it is done, and by when.</summary>
/// <param name="Due">The last day; null when nothing sets one.</param>
/// <param name="Why">One sentence that says what depends on it.</param>
public sealed record HomeTask(string Title, string Href, DateOnly? Due = null, string? Why = null)
{
    public bool IsLateOn(DateOnly today) => Due < today;

    public string When(DateOnly today) => Due switch
    {
        null => "When you can",
        { } due when due < today => $"Was due {due.Words()}",
        { } due => $"By {due.Words()} ({due.DistanceFrom(today)})",
    };
}
