using System.Globalization;
using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Reports.Timetable;

/// <summary>Tells a commissioner that the report's timetable needs them.</summary>
/// <param name="Cause">What it is about: the same is told once.</param>
public abstract record TimetableMail(PeopleOf.Person To, string Cause) : Notice(To.Name, To.Email)
{
    public override string Subject => "Your report timetable needs attention";
    public override string Key => $"{Cause}/{ToAddress}";
    protected override string? Greeting => null;
    protected override (string, string)? Link => ("Open the report timetable", "/Reports/Timetable");
}

/// <summary>An edition should have been approved by now.</summary>
public sealed record EditionLateMail(PeopleOf.Person To, Edition Edition) : TimetableMail(To, $"late/{Edition.Id}/{Edition.MeetingOn:O}")
{
    protected override IReadOnlyList<string> Sentences =>
    [
        $"Edition {Edition.Number} of the noncompliance report was due for approval by "
            + $"{Words.Day(new EditionTimetable(Edition.MeetingOn).ApproveBy)}. The meeting is on {Words.Day(Edition.MeetingOn)}.",
    ];
}

/// <summary>No meeting of a body is in sight. It is said again each month.</summary>
public sealed record NoMeetingMail(PeopleOf.Person To, Body Of, DateOnly Today, int WithinDays)
    : TimetableMail(To, $"unplanned/{Of.Id}/{Today.ToString("yyyy-MM", CultureInfo.InvariantCulture)}")
{
    protected override IReadOnlyList<string> Sentences =>
    [
        $"No meeting of {Of.Name} is set within the next {WithinDays} days, so no report can be planned. "
            + "Add the next meeting to the calendar.",
    ];
}
