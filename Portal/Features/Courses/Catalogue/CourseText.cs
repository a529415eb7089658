using Portal.Components;

namespace Portal.Features.Courses.Catalogue;

/// <summary>Facts of courses as people read them.</summary>
public static class CourseText
{
    /// <summary>"1 hour", "1.5 hours".</summary>
    public static string Hours(decimal hours) =>
        hours == 1 ? "1 hour" : string.Create(Words.British, $"{hours:0.##} hours");

    /// <summary>"Free", "£25".</summary>
    public static string Price(Money price) => price == Money.Zero ? "Free" : $"{price}";

    /// <summary>"9:30am to 12:30pm".</summary>
    public static string Clock(CourseRun.Hours session) => $"{session.Starts.Words()} to {session.Ends.Words()}";

    /// <summary>What someone reads who may have been through it, on every page of a course. Nobody is named and nothing is asked.</summary>
    public const string Support = "Training on this subject can touch you, or bring someone to mind. You can stop and step out at any "
        + "time, and need not say why. The National Domestic Abuse Helpline is free on 0808 2000 247, 24 hours a day.";
}
