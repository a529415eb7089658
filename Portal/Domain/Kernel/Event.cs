namespace Portal.Domain;

/// <summary>
/// One step in the life of a row that goes from hand to hand: who took it, when, and what they wrote. The row notes each of its steps by
/// its own verbs and keeps them all; they never change.
/// </summary>
/// <typeparam name="TSelf">The event of the row: <see cref="ReturnEvent"/>.</typeparam>
/// <typeparam name="TStep">The steps that there are.</typeparam>
[KeepsOwnHistory]
public abstract class Event<TSelf, TStep> where TSelf : Event<TSelf, TStep> where TStep : struct, Enum
{
    public Id<TSelf> Id { get; init; } = Id<TSelf>.New();
    public TStep Step { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Null when the portal took the step by itself.</summary>
    public Id<User>? UserId { get; private set; }
    public string By { get; private set; } = "";
    public Role Role { get; private set; }

    /// <summary>What they wrote, or why the portal did it.</summary>
    public string? Note { get; private set; }

    internal TSelf Taken(TStep step, Viewer viewer, DateTime now, string? note = null)
    {
        (Step, At, UserId, By, Role, Note) = (step, now, viewer.UserId, viewer.Name, viewer.Role, note);
        return (TSelf)this;
    }
}
