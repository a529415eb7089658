using Portal.Mail;

namespace Portal.Features.Courses.Runs;

/// <summary>A message to someone on a date, or in the queue for it. The subject says neither which course nor what it is about.</summary>
/// <param name="Entry">What their calendar is asked to do; null when the date was never in it.</param>
public abstract record RunMail(TellOfRun.About Run, string? Entry, string ToName, string ToAddress) : Notice(ToName, ToAddress)
{
    public sealed override string? Calendar => Entry;
}

/// <summary>The day, the hours or the place have changed: once for each change.</summary>
public sealed record RunChangedMail(TellOfRun.About Run, string? Entry, string ToName, string ToAddress)
    : RunMail(Run, Entry, ToName, ToAddress)
{
    public override string Subject => "A change to a date in your diary";
    public override string Key => $"run-changed/{Run.Id}/{Run.Sequence}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"The date of “{Run.Course}” on which you have a place, or wait for one, has changed.",
        $"It is now {Run.When}{(Run.Where is null ? "" : $", at {Run.Where}")}.",
        "If you cannot come then, please give the place back, so that somebody else can have it.",
    ];
    protected override (string, string)? Link => ("See the date", $"/Courses/Dates/{Run.Id}");
}

/// <summary>The date does not take place.</summary>
public sealed record RunCancelledMail(TellOfRun.About Run, string? Entry, string ToName, string ToAddress)
    : RunMail(Run, Entry, ToName, ToAddress)
{
    public override string Subject => "A date in your diary will not take place";
    public override string Key => $"run-cancelled/{Run.Id}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"“{Run.Course}” ({Run.When}) has been cancelled.",
        "You need do nothing, and nothing is charged. Other dates of the course are in the portal.",
    ];
    protected override string? Quote => Run.Because;
    protected override (string, string)? Link => ("See the course", $"/Courses/{Run.CourseId}");
}
