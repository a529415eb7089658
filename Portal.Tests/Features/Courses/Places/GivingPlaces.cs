using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Places;

public sealed class GivingPlaces : InABookingOffice
{
    [Fact]
    public async Task Two_hundred_at_once_get_eighteen_places_and_everyone_an_answer()
    {
        const int People = 200, Seats = 18;
        var run = await Desk.HasDateAsync(Seats);
        var people = await HasPeopleAsync(People);

        await Task.WhenAll(people.Select(person => Task.Run(() => Desk.BookAsync(run, person))));

        await using var db = Database.Open();
        var bookings = await db.Bookings.Include(b => b.Events).OrderBy(b => b.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, People), bookings.Select(b => b.Number));
        Assert.Equal(People, bookings.Select(b => b.StaffId).Distinct().Count());
        Assert.All(bookings.Take(Seats), b => Assert.Equal(BookingState.Booked, b.State));
        Assert.All(bookings.Skip(Seats), b => Assert.Equal(BookingState.Waiting, b.State));
        var told = await db.Outbox.GroupBy(m => m.ToAddress).Select(g => g.Count()).ToListAsync();
        Assert.Equal((People, 1), (told.Count, told.Max()));
    }

    [Fact]
    public async Task Twenty_at_once_for_the_last_place_get_one_and_a_queue()
    {
        var run = await Desk.HasDateAsync(places: 1);
        var made = await Task.WhenAll((await HasPeopleAsync(20)).Select(person => Task.Run(() => Desk.BookAsync(run, person))));
        var states = await Task.WhenAll(made.Select(Desk.StateAsync));
        Assert.Equal((1, 19), (states.Count(s => s == BookingState.Booked), states.Count(s => s == BookingState.Waiting)));
    }

    [Fact]
    public async Task A_place_that_is_freed_while_others_book_goes_to_whoever_waits()
    {
        foreach (var (round, people) in (await HasPeopleAsync(24)).Chunk(8).Index())
        {
            var run = await Desk.HasDateAsync(places: 1, day: new(2026, 12, 8 + round));
            var (has, waits) = (await Desk.BookAsync(run, people[0]), await Desk.BookAsync(run, people[1]));
            await Task.WhenAll(
                [Task.Run(() => Desk.CancelAsync(has, people[0])), .. people[2..].Select(p => Task.Run(() => Desk.BookAsync(run, p)))]);
            await using var db = Database.Open();
            var bookings = await db.Bookings.Where(b => b.RunId == run.Id).OrderBy(b => b.Number).Select(b => b.State).ToListAsync();
            Assert.Equal([BookingState.Cancelled, BookingState.Offered, .. Enumerable.Repeat(BookingState.Waiting, 6)], bookings);
            Assert.Equal(BookingState.Offered, await Desk.StateAsync(waits));
        }
    }

    [Fact]
    public async Task Someone_who_presses_twenty_times_at_once_has_one_place()
    {
        var run = await Desk.HasDateAsync(places: 5);
        var person = await PersonAsync("Asha");
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            try
            {
                await Desk.BookAsync(run, person);
                return 1;
            }
            catch (Refused)
            {
                return 0;
            }
        })));
        Assert.Equal(1, made.Sum());
        Assert.Equal(["A place is booked for you"], await Desk.ToldAsync(person));
    }

    [Fact]
    public async Task Of_two_dates_at_the_same_hour_one_person_gets_one()
    {
        var (one, other) = (await Desk.HasDateAsync(), await Desk.HasDateAsync());
        for (var round = 0; round < 5; round++)
        {
            var person = await PersonAsync($"Person{round}", Borough.Homes);
            var done = await Task.WhenAll(new[] { one, other }.Select(run => Task.Run(async () =>
            {
                try
                {
                    await Desk.BookAsync(run, person);
                    return "booked";
                }
                catch (Refused no)
                {
                    return no.Message;
                }
            })));
            if (round == 0) Assert.Equal(
                ["Another booking is at the same time: Tuesday 8 December 2026, 9:30am to 4:30pm", "booked"], done.Order());
            await using var db = Database.Open();
            Assert.InRange(await db.Bookings.CountAsync(b => b.StaffId == person.Id && b.State == BookingState.Booked), 0, 1);
        }
    }

    [Fact]
    public async Task Nobody_is_twice_on_one_date_and_whoever_cancelled_may_come_back()
    {
        var run = await Desk.HasDateAsync(places: 1);
        var (asha, ben) = (await PersonAsync("Asha"), await PersonAsync("Ben"));
        var first = await Desk.BookAsync(run, asha);
        var waits = await Desk.BookAsync(run, ben);
        await Assert.ThrowsAsync<Refused>(() => Desk.BookAsync(run, asha));
        await Assert.ThrowsAsync<Refused>(() => Desk.BookAsync(run, ben));

        await Desk.CancelAsync(waits, ben);
        Assert.Equal(BookingState.Cancelled, await Desk.StateAsync(waits));
        await Desk.CancelAsync(first, asha);
        var again = await Desk.BookAsync(run, asha);
        Assert.Equal(BookingState.Booked, await Desk.StateAsync(again));
        Assert.Equal(
            ["A place is booked for you", "A booking of yours has ended", "A place is booked for you"], await Desk.ToldAsync(asha));
        Assert.Equal(["You are on a waiting list", "You have left a waiting list"], await Desk.ToldAsync(ben));
    }

    [Fact]
    public async Task What_an_agency_has_kept_is_not_anyones_until_its_day()
    {
        var run = await Desk.HasDateAsync(places: 2, kept: new() { [Borough.Clinic.Id] = 1 });
        var (asha, ben, cleo) = (await PersonAsync("Asha"), await PersonAsync("Ben"), await PersonAsync("Cleo", Borough.Clinic));
        await Desk.BookAsync(run, asha);
        var ben1 = await Desk.BookAsync(run, ben);
        Assert.Equal(BookingState.Waiting, await Desk.StateAsync(ben1));
        Assert.Null(await Desk.OfferAsync());

        Pass(TimeSpan.FromDays(7));
        Assert.Equal("Offered or freed places of 1 date", await Desk.OfferAsync());
        Assert.Null(await Desk.OfferAsync());
        Assert.Equal(BookingState.Offered, await Desk.StateAsync(ben1));
        Assert.Equal(BookingState.Waiting, await Desk.StateAsync(await Desk.BookAsync(run, cleo, Borough.Clinic)));
    }

    [Fact]
    public async Task An_access_need_is_kept_beside_the_booking_and_not_in_the_audit()
    {
        var run = await Desk.HasDateAsync();
        var asha = await PersonAsync("Asha");
        await using (var db = Database.Open())
            await new Portal.Features.Courses.Places.BookOwnPlace(db, Desk.Places(db), new(db, Database.Clock))
                .RunAsync(Desk.Self(asha), run.Id, "A seat near the door", default);
        await using var after = Database.Open();
        Assert.Equal("A seat near the door", (await after.AccessNeeds.SingleAsync()).Text);
        Assert.False(await after.AuditChanges.AnyAsync(c => c.New == "A seat near the door"));
    }

    private async Task<List<StaffMember>> HasPeopleAsync(int count)
    {
        await using var db = Database.Open();
        var title = Given.Title(Borough.Homes, "Receptionist", Borough.Reception);
        var people = Enumerable.Range(1, count).Select(n => Given.Staff(Borough.Homes, $"Person {n}")).ToList();
        db.Add(title);
        db.AddRange(people);
        db.AddRange(people.Select(p => Given.Post(p, title)));
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Employed many", default);
        return people;
    }
}
