using Ical.Net;
using Ical.Net.DataTypes;
using Microsoft.EntityFrameworkCore;
using Portal.Features.Courses.Places;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Places;

public sealed class TellingOfBookings : InABookingOffice
{
    [Fact]
    public async Task The_calendar_takes_a_place_in_and_out_again_under_one_name()
    {
        var run = await Desk.HasDateAsync(joining: "Ring at the side door");
        var asha = await PersonAsync("Asha");
        var booking = await Desk.BookAsync(run, asha);
        var booked = await Desk.MailAsync(asha.Email!);
        Assert.Contains("Ring at the side door", booked.Text);
        Assert.DoesNotContain("Ring", booked.Calendar);
        var put = Calendar.Load(booked.Calendar!)!;
        var entry = Assert.Single(put.Events);
        Assert.Equal(("REQUEST", "Training", 0), (put.Method, entry.Summary, entry.Sequence));
        Assert.Equal((run.StartsAt, run.EndsAt), (entry.DtStart!.AsUtc, entry.DtEnd!.AsUtc));
        Assert.Equal($"mailto:{asha.Email}", $"{Assert.Single(entry.Attendees).Value}");

        await Desk.CancelAsync(booking, asha);
        var taken = Calendar.Load((await Desk.MailAsync(asha.Email!)).Calendar!)!;
        Assert.Equal(("CANCEL", entry.Uid, 1, "CANCELLED"),
            (taken.Method, taken.Events[0]!.Uid, taken.Events[0]!.Sequence, taken.Events[0]!.Status));
    }

    [Fact]
    public async Task Nothing_goes_to_the_calendar_of_someone_who_only_waits()
    {
        var run = await Desk.HasDateAsync(places: 1, joining: "Ring at the side door");
        var (asha, ben) = (await PersonAsync("Asha"), await PersonAsync("Ben"));
        await Desk.BookAsync(run, asha);
        await Desk.BookAsync(run, ben);
        var mail = await Desk.MailAsync(ben.Email!);
        Assert.Null(mail.Calendar);
        Assert.Contains("You are 1st on the waiting list", mail.Text);
        Assert.DoesNotContain("Ring", mail.Text);
    }

    /// <summary>The clocks go back on 25 October 2026 and forward on 28 March 2027.</summary>
    [Theory, InlineData(2026, 10, 24, 2026, 10, 26), InlineData(2027, 3, 27, 2027, 3, 29)]
    public void Sessions_on_both_sides_of_a_change_of_the_clocks_keep_their_hour(int y1, int m1, int d1, int y2, int m2, int d2)
    {
        var run = new CourseRun { PartnershipId = Borough.Partnership.Id, CourseId = Id<Course>.New() };
        run.Plan(Borough.Commissioner,
            new(null, 1, 2, new(2026, 1, 1), new(2026, 2, 1), 5, Money.Zero, Money.Zero, false, null, null),
            [new(new(y1, m1, d1), new(9, 30), new(12, 30)), new(new(y2, m2, d2), new(9, 30), new(16, 0))], null, 0, Database.Clock.Now);
        var entry = new CalendarEntry
        {
            BookingId = Id<Booking>.New(), Sequence = 3, Sessions = run.Sessions, Where = "Larch House, 1 High Street; Brambleford",
            Link = "https://portal.example/Courses/Places/1", Organiser = ("SBP", "help@brambleford.example"),
            Attendee = ("Asha, Rahman", "asha@people.example"), At = Database.Clock.Now,
        };
        var read = Calendar.Load(entry.Request())!;
        var happens = read.GetOccurrences<Ical.Net.CalendarComponents.CalendarEvent>(new CalDateTime(2026, 1, 1)).Take(5)
            .Select(o => (o.Period.StartTime.AsUtc, o.Period.EffectiveEndTime!.AsUtc)).ToList();
        Assert.Equal(run.Sessions.Select(s => (s.StartsAt, s.EndsAt)), happens);
        Assert.Equal(["9:30", "9:30"], happens.Select(h => UkClock.Local(h.Item1).ToString("h:mm")));
        Assert.Single(read.Events.Select(e => e.Uid).Distinct());
        Assert.Equal("Larch House, 1 High Street; Brambleford", read.Events[0]!.Location);
    }

    [Fact]
    public async Task Those_who_are_booked_are_reminded_three_times_and_nobody_else()
    {
        var run = await Desk.HasDateAsync(places: 1, joining: "Ring at the side door");
        var (asha, ben) = (await PersonAsync("Asha"), await PersonAsync("Ben"));
        await Desk.BookAsync(run, asha);
        await Desk.BookAsync(run, ben);
        List<string?> said = [];
        for (var left = 20; left >= 0; left--)
        {
            Database.Time.Now = UkClock.At(run.FirstDay.AddDays(-left), new(7, 50));
            for (var twice = 0; twice < 2; twice++) said.Add(await RemindAsync());
        }
        Assert.Equal(3, said.Count(s => s == "Sent 1 reminder"));
        var told = await Desk.ToldAsync(asha);
        Assert.Equal(["A place is booked for you", .. Enumerable.Repeat("Your booking on 8 December", 3)], told);
        Assert.Single(await Desk.ToldAsync(ben));
        Assert.Contains("Ring at the side door", (await Desk.MailAsync(asha.Email!)).Text);
    }

    [Fact]
    public async Task Whoever_books_late_is_not_reminded_of_what_they_have_just_done()
    {
        var run = await Desk.HasDateAsync(day: new(2026, 11, 19));
        var asha = await PersonAsync("Asha");
        await Desk.BookAsync(run, asha);
        Pass(TimeSpan.FromDays(1));
        Assert.Null(await RemindAsync());
        Pass(TimeSpan.FromDays(1));
        Assert.Equal("Sent 1 reminder", await RemindAsync());
    }

    [Fact]
    public async Task Cancelling_late_says_what_it_costs()
    {
        var run = await Desk.HasDateAsync();
        var asha = await PersonAsync("Asha");
        var booking = await Desk.BookAsync(run, asha);
        Assert.Contains("free of charge until midnight on 2 December 2026. After that your agency is charged £25.",
            (await Desk.MailAsync(asha.Email!)).Text);
        Database.Time.Now = run.LateFrom;
        await Desk.CancelAsync(booking, asha);
        Assert.Contains("your agency is charged £25", (await Desk.MailAsync(asha.Email!)).Text);
        await using var db = Database.Open();
        Assert.True((await db.Bookings.SingleAsync()).IsLate);
    }

    private async Task<string?> RemindAsync()
    {
        await using var db = Database.Open();
        return await new RemindBookingsJob(db, Database.Clock).RunAsync(default);
    }
}
