using System.Text.Json.Serialization;

namespace Portal.Domain;

/// <summary>Courses as an edition found them: how places were used, and what needs somebody’s attention.</summary>
/// <param name="Dates">That ended in the 12 months up to the cut-off day.</param>
/// <param name="Places">On these dates.</param>
/// <param name="Taken">Of these places.</param>
/// <param name="Booked">Places that standard S14 counts, of the same months: all but those that were cancelled in time or excused.</param>
/// <param name="Used">Of these.</param>
/// <param name="InHouse">In-house courses on offer.</param>
/// <param name="ToReview">Of these, what no review against the common standard vouches for.</param>
/// <param name="MarksEnding">Providers who then have no quality mark any more.</param>
/// <param name="Overlaps">The closest pairs of courses that teach the same people the same.</param>
/// <param name="OverlapsInAll">How many pairs there are.</param>
public sealed record EditionCourses(
    int Dates, int Places, int Taken, int Booked, int Used, int InHouse, IReadOnlyList<CourseToReview> ToReview,
    IReadOnlyList<MarkEnding> MarksEnding, IReadOnlyList<OverlapLine> Overlaps, int OverlapsInAll)
{
    /// <summary>How many days ahead marks are looked at.</summary>
    public const int MarkDays = 90;

    /// <summary>All that needs attention, one under another.</summary>
    [JsonIgnore]
    public IEnumerable<CourseItem> Items =>
    [
        .. ToReview.Select(c => new CourseItem("In-house course awaiting review", $"{c.Code} {c.Title}", c.Agency, null, null)),
        .. MarksEnding.Select(m => new CourseItem("Provider whose quality mark ends", m.Provider, null, m.Mark, m.EndsOn)),
        .. Overlaps.Select(o => new CourseItem("Courses that overlap", $"{o.One} and {o.Other}", null, o.Words, null)),
    ];
}

public sealed record CourseToReview(string Code, string Title, string Agency);

/// <param name="Mark">The last to end.</param>
public sealed record MarkEnding(string Provider, string Mark, DateOnly EndsOn);

/// <param name="Cost">What the places on both cost together in 12 months.</param>
public sealed record OverlapLine(string One, string Other, int Percent, int Places, Money Cost)
{
    [JsonIgnore]
    public string Words => $"By {Percent}%; {Domain.Words.Count(Places, "place")} in 12 months, {Cost} together";
}

/// <summary>One thing about courses that needs attention.</summary>
public sealed record CourseItem(string What, string Name, string? Agency, string? Why, DateOnly? EndsOn);

/// <summary>What an edition says of courses: plain, and without blame.</summary>
public static class CourseSentences
{
    public static IEnumerable<string> Of(EditionCourses courses, DateOnly cutOff)
    {
        yield return courses.Dates == 0 ? $"In the 12 months to {Words.Day(cutOff)} no date of a course took place."
            : $"In the 12 months to {Words.Day(cutOff)}, {Words.Count(courses.Dates, "date")} had {Words.Count(courses.Places, "place")}, "
                + $"of which {Words.Number(courses.Taken)} {(courses.Taken == 1 ? "was" : "were")} taken.";
        if (courses.Booked > 0)
            yield return $"{Words.Number(courses.Used)} of {Words.Number(courses.Booked)} booked places were used; those cancelled in time "
                + "or excused are not counted.";
        if (courses.InHouse > 0)
            yield return $"Of {Words.Count(courses.InHouse, "in-house course")}, "
                + $"{Words.Number(courses.ToReview.Count)} {(courses.ToReview.Count == 1 ? "awaits" : "await")} review against the common "
                + "standard.";
        if (courses.MarksEnding.Count > 0)
            yield return $"The last quality mark of {Words.Count(courses.MarksEnding.Count, "provider")} ends by "
                + $"{Words.Day(cutOff.AddDays(EditionCourses.MarkDays))}.";
        if (courses.OverlapsInAll > 0)
            yield return $"{Words.Count(courses.OverlapsInAll, "pair of courses teaches", "pairs of courses teach")} much the same to the "
                + "same people.";
    }
}
