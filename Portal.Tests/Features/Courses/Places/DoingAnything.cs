using Microsoft.EntityFrameworkCore;
using Portal.Features.Courses.Colleagues;
using Portal.Features.Courses.Places;
using Portal.Features.Courses.Register;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Places;

/// <summary>
/// Eight people and three dates, two of them at the same hours: whatever is done through the acts, in whatever order, by whoever may. The
/// rules of one date alone are held to in many more stories by <see cref="Tests.Domain.SharingPlaces"/>.
/// </summary>
public sealed class DoingAnything : AtTheRunDesk
{
    private const int People = 8, Acts = 60;
    private List<CourseRun> runs = null!;
    private List<StaffMember> people = null!;
    private Random random = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var day = Given.Today.AddDays(3);
        runs =
        [
            Given.Run(Course, day, places: 2), Given.Run(Course, day.AddDays(1), places: 3),
            Given.Run(Course, places: 2, sessions: [new(day, new(14, 0), new(18, 0)), new(day.AddDays(2), new(9, 0), new(12, 0))]),
        ];
        await SaveAsync(runs[0], runs[1], runs[2]);
        people = [];
        for (var n = 0; n < People; n++)
            people.Add(await Borough.HasAsync(Database, $"Person {n}", Borough.Officer, n % 3 == 0 ? Borough.Clinic : Borough.Homes,
                $"person{n}@brambleford.example"));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task Puts_nobody_twice_on_a_date_or_at_two_places_at_once_and_nobody_where_there_is_no_room(int seed)
    {
        random = new(seed);
        HashSet<string> done = [];
        for (var act = 0; act < Acts; act++)
        {
            // Two thirds of the story before the first date, the rest while they take place.
            Now = act < Acts * 2 / 3 ? Now.AddMinutes(random.Next(200)) : Now.AddHours(random.Next(6));
            try
            {
                done.Add(await DoAsync());
            }
            catch (Refused)
            {
                // A rule held.
            }
            await CheckAsync();
        }
        // The story is worth telling when several kinds of act came to something in it.
        Assert.True(done.Count >= 5, string.Join(", ", done));
    }

    private async Task<string> DoAsync()
    {
        var (run, person) = (runs[random.Next(runs.Count)], people[random.Next(People)]);
        switch (random.Next(16))
        {
            case <= 4: await In((BookOwnPlace book) => book.RunAsync(Self(person), run.Id, null, None)); return "book";
            case 5 or 6:
                var (live, its) = await AnyAsync(s => s.IsLive());
                await In((CancelOwnPlace cancel) => cancel.RunAsync(Self(its), live.Id, live.Version, None));
                return "cancel";
            case 7 or 8:
                var (offer, theirs) = await AnyAsync(s => s == BookingState.Offered);
                var accept = random.Next(3) > 0;
                await In((AnswerOffer answer) => answer.RunAsync(Self(theirs), offer.Id, accept, None));
                return accept ? "take an offer" : "turn an offer down";
            case 9 or 10:
                var (place, _) = await AnyAsync(s => s == BookingState.Booked);
                await In((SendAnother send) => send.RunAsync(Administrator, place.Id, person.Id, place.Version, None));
                return "pass on";
            case 11: await In((AddWalkIn add) => add.RunAsync(Gives, run.Id, person.Email!, None)); return "walk in";
            case 12 or 13 or 14:
                var (marked, _) = await AnyAsync(s => s == BookingState.Booked || s.IsMark());
                BookingState? mark = random.Next(5) is > 0 and var n ? BookingState.Attended + n - 1 : null;
                await In((MarkRegister register) => register.RunAsync(Gives, marked.RunId, [marked.Id], mark, None));
                return mark is null ? "take a mark back" : "mark";
            default:
                await Change(run, e => e with { Terms = e.Terms with { MaxPlaces = Math.Max(1, e.Terms.MaxPlaces + random.Next(-1, 2)) } });
                return "change places";
        }
    }

    private Viewer Self(StaffMember person) => Borough.Learner(person) with { AgencyId = AgencyOf(person).Id };

    private Agency AgencyOf(StaffMember person) => people.FindIndex(p => p.Id == person.Id) % 3 == 0 ? Borough.Clinic : Borough.Homes;

    private async Task<(Booking, StaffMember)> AnyAsync(Func<BookingState, bool> state)
    {
        var found = (await Read(db => db.Bookings.AsNoTracking().OrderBy(b => b.Number).ThenBy(b => b.RunId).ToListAsync()))
            .Where(b => state(b.State)).OrderBy(b => runs.FindIndex(r => r.Id == b.RunId)).ToList();
        if (found.Count == 0) throw new Refused("Nobody");
        var one = found[random.Next(found.Count)];
        return (one, people.Single(p => p.Id == one.StaffId));
    }

    private async Task CheckAsync()
    {
        await In((OfferPlacesJob job) => job.RunAsync(None));
        var bookings = await Read(db => db.Bookings.AsNoTracking().ToListAsync());
        var dates = await Read(db => db.CourseRuns.AsNoTracking().Include(r => r.Sessions).ToListAsync());
        foreach (var date in dates)
        {
            var here = bookings.Where(b => b.RunId == date.Id).ToList();
            Assert.InRange(here.Count(b => b.State.HoldsPlace()), 0, date.MaxPlaces);
            Assert.All(here.Where(b => b.State.IsLive() || b.State.IsMark()).GroupBy(b => b.StaffId), own => Assert.Single(own));
            Assert.All(here.Where(b => b.AnswerBy is not null), b => Assert.True(Now < date.ClosesAt && Now < b.AnswerBy));
        }
        foreach (var person in bookings.Where(b => b.State.TakesTheHours()).GroupBy(b => b.StaffId))
        {
            var hers = person.Select(b => dates.Single(d => d.Id == b.RunId)).ToList();
            Assert.DoesNotContain(hers, one => hers.Exists(other => other != one && one.Overlaps(other)));
        }
        // Attendance and what it proves are one.
        Assert.Equal(
            bookings.Where(b => b.State == BookingState.Attended).Select(b => b.Id).Order(),
            (await Read(db => db.Certificates.Where(c => c.RevokedOn == null).Select(c => c.BookingId).ToListAsync())).Order());
        // A message of a change is one message.
        Assert.Equal(await Read(db => db.Outbox.CountAsync()), await Read(db => db.Outbox.Select(m => m.Key).Distinct().CountAsync()));
    }
}
