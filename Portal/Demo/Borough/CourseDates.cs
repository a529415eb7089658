using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>
/// Invents when courses are given. No two sessions are on one day, so that nobody is ever in two rooms at once.
/// </summary>
internal sealed class CourseDates(Dice dice, Viewer system, DateOnly programme, DateTime now)
{
    private const int OpenForDays = 150;
    private const decimal HoursADay = 7;

    private readonly HashSet<DateOnly> taken = [];
    private readonly DateOnly today = UkClock.DayOf(now);

    /// <summary>Dates that are over, spread over the years of the programme.</summary>
    public IEnumerable<CourseRun> Past(OfferSeed seed, Course course, IReadOnlyList<Venue> venues, Id<User> trainer)
    {
        // The last session, too, was some days ago.
        var (first, last) = (programme.AddDays(60), today.AddDays(-14 - 7 * Sessions(seed)));
        var slot = (last.DayNumber - first.DayNumber) / Math.Max(1, seed.Past);
        for (var n = 0; n < seed.Past; n++)
            yield return Plan(seed, course, dice.Pick(venues), trainer, first.AddDays(n * slot + dice.Between(0, Math.Max(0, slot - 1))));
    }

    public CourseRun Ahead(OfferSeed seed, Course course, IReadOnlyList<Venue> venues, Id<User> trainer, AheadSeed date) =>
        Plan(seed, course, dice.Pick(venues), trainer, today.AddDays(date.InDays), date.Story);

    private CourseRun Plan(
        OfferSeed seed, Course course, Venue venue, Id<User> trainer, DateOnly from, DateStory story = DateStory.Usual)
    {
        var run = new CourseRun { Id = dice.Id<CourseRun>(), PartnershipId = course.PartnershipId, CourseId = course.Id };
        var hours = Enumerable.Range(0, Sessions(seed)).Select(n => Session(seed, FreeDay(from.AddDays(7 * n)))).ToList();
        var (first, wholeDay) = (hours[0].Day, seed.Hours > 4);
        var opens = UkClock.At(first.AddDays(-OpenForDays), new(9, 0));
        // Published when it was planned, before booking opened; of one that opens later, an hour ago.
        var planned = opens.AddDays(-10) < now.AddHours(-1) ? opens.AddDays(-10) : now.AddHours(-1);
        var places = Math.Min(seed.Places, venue.Capacity ?? seed.Places);
        run.Plan(
            system, new(venue.Id, Math.Min(seed.Fewest, places), places, opens, UkClock.At(first.AddWorkingDays(-3), new(17, 0)),
                CancelWorkingDays: 5, Money.OfPounds(wholeDay ? 50 : 25), Money.OfPounds(wholeDay ? 75 : 50),
                seed.ManagerApproves || story == DateStory.AsksManager, story == DateStory.KeepsPlaces ? first.AddDays(-21) : null,
                Joining(venue)),
            hours, venue, taken: 0, planned);
        run.GivenBy([trainer]);
        run.Publish(system, planned);
        return run;
    }

    private DateOnly FreeDay(DateOnly from)
    {
        var day = from.AddDays(-1).AddWorkingDays(1);
        while (!taken.Add(day)) day = day.AddWorkingDays(1);
        return day;
    }

    private CourseRun.Hours Session(OfferSeed seed, DateOnly day)
    {
        var hours = Math.Ceiling(seed.Hours / Sessions(seed) * 2) / 2;
        // A long day has an hour for lunch.
        var (starts, minutes) = hours > 4 ? (new TimeOnly(9, 30), hours * 60 + 60) : (new TimeOnly(dice.Pick([9, 13]), 30), hours * 60);
        return new(day, starts, starts.AddMinutes((double)minutes));
    }

    private static int Sessions(OfferSeed seed) => (int)Math.Ceiling(seed.Hours / HoursADay);

    private static string Joining(Venue venue) => venue.IsOnline
        ? "The link opens fifteen minutes before we begin. Join from a place where you cannot be overheard."
        : venue.IsConfidential ? "The address is sent by the provider to those who are booked. Please do not pass it on."
        : "Doors open fifteen minutes before we begin. Tea and coffee are there; bring your own lunch to a whole day.";
}
