namespace Portal.Domain;

/// <summary>
/// The days of an edition, counted back from its meeting in working days in England: data are cut off, the draft is
/// prepared, a person approves, the report goes out with the agenda.
/// </summary>
public sealed record EditionTimetable(DateOnly MeetingOn)
{
    /// <summary>The last day whose figures the edition shows: 25 working days before.</summary>
    public DateOnly CutOffOn { get; } = MeetingOn.AddWorkingDays(-25);

    /// <summary>22 working days before.</summary>
    public DateOnly DraftOn { get; } = MeetingOn.AddWorkingDays(-22);

    /// <summary>8 working days before; later than this the commissioner is told.</summary>
    public DateOnly ApproveBy { get; } = MeetingOn.AddWorkingDays(-8);

    /// <summary>6 working days before, with the agenda.</summary>
    public DateOnly IssueOn { get; } = MeetingOn.AddWorkingDays(-6);
}
