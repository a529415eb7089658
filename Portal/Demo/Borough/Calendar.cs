using Portal.Data;

namespace Portal.Demo.Borough;

/// <summary>Invents the meetings of the boards: irregular dates over the last three years and the year to come.</summary>
internal static class Calendar
{
    // Working days until the next meeting: its report has passed its cut-off and waits for approval.
    private const int NextInWorkingDays = 16;

    public static IEnumerable<Meeting> Of(
        Dice dice, Id<Partnership> partnershipId, Id<Body> body, DateOnly today, DateOnly programme, bool next)
    {
        var first = next ? today.AddWorkingDays(NextInWorkingDays) : OnWorkingDay(today.AddDays(dice.Between(30, 70)));
        var days = new List<DateOnly> { first };
        while (days[^1] < today.AddMonths(12)) days.Add(OnWorkingDay(days[^1].AddDays(dice.Between(72, 118))));
        while (days[0] > programme) days.Insert(0, OnWorkingDay(days[0].AddDays(-dice.Between(72, 135))));
        return days.Where(d => d >= programme && d <= today.AddMonths(12)).Select(day => new Meeting
        {
            Id = dice.Id<Meeting>(), PartnershipId = partnershipId, BodyId = body, Day = day,
            Starts = new TimeOnly(dice.Pick([10, 14, 16]), 0),
            Place = dice.Pick(["Civic Centre, Committee Room 2", "Library Learning Hub", "Online"]),
        }).ToList();
    }

    private static DateOnly OnWorkingDay(DateOnly day) => day.AddDays(-1).AddWorkingDays(1);
}
