namespace Portal.Domain;

/// <summary>
/// The business says no, and says why in a sentence for the person. A page shows itself again with the sentence beside
/// <see cref="Field"/>, an import puts it on the row, a job records it.
/// </summary>
public sealed class Refused(string sentence, string? field = null) : Exception(sentence)
{
    /// <summary>The name of the field the sentence belongs to; null when it concerns the whole form.</summary>
    public string? Field { get; } = field;

    /// <summary>
    /// When someone else saved first: the version that stands now, so that whoever looks again can save over it knowingly.
    /// </summary>
    public int? Overtaken { get; private init; }

    /// <summary>Whether someone else, or the same person's second click, has just saved what there may be only once.</summary>
    public bool IsSecond { get; private init; }

    /// <summary>For what the database lets in once: whoever comes second is told, and finds the first when they look.</summary>
    public static Refused AsSecond() =>
        new("This has just been saved already, perhaps by a second click. Check what is there before you try again") { IsSecond = true };

    /// <summary>Refuses when the row was saved by someone else after the form in hand was opened.</summary>
    public static void IfStale(IVersioned row, int seen)
    {
        if (row.Version != seen)
            throw new Refused("Someone changed this while you were looking. Check it and try again") { Overtaken = row.Version };
    }
}
