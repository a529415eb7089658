namespace Portal.Tests.Domain;

public class PlanningAReport
{
    [Fact]
    public void Counts_back_from_the_meeting_in_working_days()
    {
        var timetable = new EditionTimetable(new(2026, 12, 9));
        Assert.Equal(new(2026, 11, 4), timetable.CutOffOn);
        Assert.Equal(new(2026, 11, 9), timetable.DraftOn);
        Assert.Equal(new(2026, 11, 27), timetable.ApproveBy);
        Assert.Equal(new(2026, 12, 1), timetable.IssueOn);
    }

    [Fact]
    public void Passes_over_Christmas()
    {
        // Between Christmas Eve 2026 and 4 January 2027 lie three working days.
        var timetable = new EditionTimetable(new(2027, 1, 6));
        Assert.Equal(new(2026, 12, 24), timetable.IssueOn);
    }
}
