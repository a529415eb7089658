namespace Portal.Domain;

public enum FlagState { Open, Closed }

public enum FlagStep { Opened, Weighed, Closed, Reopened, Noted, Asked, Answered, Waived, WaiverEnded }

/// <summary>
/// An agency has not followed a recommended standard. It opens once, keeps the day it was first seen, and closes by itself
/// with the evidence that closed it. A later one on the same standard is a new flag that knows how many came before.
/// </summary>
[KeepsOwnHistory]
public sealed class Flag : IBelongToAgency
{
    private readonly List<FlagEvent> events = [];
    private Severity severity;

    public Id<Flag> Id { get; init; } = Id<Flag>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>What people call it, for example "FLG-0042".</summary>
    public required string Reference { get; init; }
    public required Id<Agency> AgencyId { get; init; }
    public required string StandardCode { get; init; }

    /// <summary>The level's number, or 0 for a standard that is not measured by level.</summary>
    public required int Level { get; init; }
    public required DateOnly FirstSeenOn { get; init; }

    /// <summary>1 for the first flag of this agency on this standard and level, 2 for the second…</summary>
    public required int Occurrence { get; init; }
    public required Severity Severity { get => severity; init => severity = value; }
    public FlagState State { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The evidence that closed it, in words.</summary>
    public string? ClosedBecause { get; private set; }

    /// <summary>
    /// The last day on which the partnership asks nothing more of the agency about it; null when it was never waived. The flag stays open
    /// and counts: the standard is still not followed.
    /// </summary>
    public DateOnly? WaivedUntil { get; private set; }

    /// <summary>Why, in words that the board and the agency read.</summary>
    public string? WaivedBecause { get; private set; }

    /// <summary>The name of whoever waived it.</summary>
    public string? WaivedBy { get; private set; }

    /// <summary>What was done with it, the first step first. A flag opened before steps were noted has only its later ones.</summary>
    public IReadOnlyList<FlagEvent> Events => events;

    public void Opened(Viewer viewer, DateTime now) => Note(FlagStep.Opened, viewer, now, null);

    /// <summary>The standard that it is about weighs more now, or less.</summary>
    public void Weigh(Viewer viewer, Severity weighs, DateTime now)
    {
        RefuseIfClosed();
        Note(FlagStep.Weighed, viewer, now, $"{severity.Words()} to {weighs.Words()}");
        severity = weighs;
    }

    /// <summary>The agency follows the standard again, or the standard asks nothing of it any more.</summary>
    public void Close(Viewer viewer, DateOnly day, string because, DateTime now)
    {
        RefuseIfClosed();
        (State, ClosedOn, ClosedBecause) = (FlagState.Closed, day, because);
        Note(FlagStep.Closed, viewer, now, because);
    }

    /// <summary>How the evidence begins when it closed because its agency did.</summary>
    public const string AgencyClosed = "The agency closed on";

    /// <summary>
    /// Its agency had been closed in error, and still does not follow the standard: it goes on from the day it was first seen.
    /// </summary>
    public void Reopen(Viewer viewer, DateTime now)
    {
        if (ClosedBecause?.StartsWith(AgencyClosed, StringComparison.Ordinal) != true)
            throw new Refused("Only a flag that closed with its agency is opened again");
        (State, ClosedOn, ClosedBecause) = (FlagState.Open, null, null);
        Note(FlagStep.Reopened, viewer, now, "The agency is open again");
    }

    /// <summary>The longest note or answer, and the longest of somebody's own words beside the facts.</summary>
    public const int LongestNote = 1000;

    /// <summary>The longest reason of a waiver: with its day it is a note.</summary>
    public const int LongestReason = 800;

    /// <summary>Something worth keeping with it, for whoever deals with it next. A closed flag takes notes as well.</summary>
    public void AddNote(Viewer viewer, string text, DateTime now) => Note(FlagStep.Noted, viewer, now, text);

    /// <summary>The agency was asked about it.</summary>
    /// <param name="whom">The names of those who were asked.</param>
    /// <param name="words">What was written besides the facts; null for nothing.</param>
    public void Ask(Viewer viewer, IEnumerable<string> whom, string? words, DateTime now)
    {
        RefuseIfClosed();
        var asked = $"Asked {whom.Listed()}";
        var both = words is null ? asked : $"{asked}: {words}";
        Note(FlagStep.Asked, viewer, now, both.Length > LongestNote ? words : both);
    }

    /// <summary>The agency says where it stands and what it does about it.</summary>
    public void Answer(Viewer viewer, string text, DateTime now)
    {
        RefuseIfClosed();
        Note(FlagStep.Answered, viewer, now, text);
    }

    /// <summary>The longest that a flag is waived at a time. After that somebody looks again, and may waive it again.</summary>
    public const int LongestWaiverDays = 183;

    /// <summary>Asks nothing more of the agency about it up to a day; one that is waived already is so until this day instead.</summary>
    public void Waive(Viewer viewer, DateOnly until, string because, DateOnly today, DateTime now)
    {
        RefuseIfClosed();
        if (until <= today) throw new Refused("The waiver must end after today", "Until");
        var last = today.AddDays(LongestWaiverDays);
        if (until > last) throw new Refused($"A waiver lasts half a year at most: enter a day up to {Words.Day(last)}", "Until");
        (WaivedUntil, WaivedBecause, WaivedBy) = (until, because, viewer.Name);
        Note(FlagStep.Waived, viewer, now, $"Until {Words.Day(until)}: {because}");
    }

    /// <summary>The agency is asked about it again from today on.</summary>
    public void EndWaiver(Viewer viewer, DateOnly today, DateTime now)
    {
        if (!IsWaivedOn(today)) throw new Refused("This flag is not waived");
        (WaivedUntil, WaivedBecause, WaivedBy) = (null, null, null);
        Note(FlagStep.WaiverEnded, viewer, now, null);
    }

    public bool IsWaivedOn(DateOnly day) => State == FlagState.Open && WaivedUntil >= day;

    public bool IsOpenOn(DateOnly day) => FirstSeenOn <= day && (ClosedOn is null || day < ClosedOn);

    /// <summary>Whole days since it was first seen, up to the day it closed.</summary>
    public int AgeInDays(DateOnly today) => (ClosedOn ?? today).DayNumber - FirstSeenOn.DayNumber;

    private void RefuseIfClosed()
    {
        if (State == FlagState.Closed) throw new Refused("This flag is already closed");
    }

    private void Note(FlagStep step, Viewer viewer, DateTime now, string? note) =>
        events.Add(new FlagEvent { FlagId = Id }.Taken(step, viewer, now, note));
}

/// <summary>One step of a flag.</summary>
public sealed class FlagEvent : Event<FlagEvent, FlagStep>
{
    public required Id<Flag> FlagId { get; init; }
}

public static class FlagWords
{
    public static string Words(this FlagStep step) => step switch
    {
        FlagStep.Opened => "Opened",
        FlagStep.Weighed => "Weighs differently",
        FlagStep.Closed => "Closed",
        FlagStep.Reopened => "Opened again",
        FlagStep.Noted => "Note",
        FlagStep.Asked => "The agency was asked",
        FlagStep.Answered => "The agency answered",
        FlagStep.Waived => "Waived",
        FlagStep.WaiverEnded => "Waiver ended",
    };

    /// <summary>"second", "third", then "4th": how often an agency has been flagged on a standard.</summary>
    public static string Nth(int occurrence) => occurrence switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        _ => $"{occurrence}"
            + $"{((occurrence % 100) is 11 or 12 or 13 ? "th" : (occurrence % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}",
    };
}
