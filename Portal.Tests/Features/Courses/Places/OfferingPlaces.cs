using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Places;

public sealed partial class OfferingPlaces : InABookingOffice
{
    private StaffMember asha = null!;
    private StaffMember ben = null!;
    private StaffMember cleo = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (asha, ben, cleo) = (await PersonAsync("Asha"), await PersonAsync("Ben"), await PersonAsync("Cleo"));
    }

    /// <summary>A date with one place, which Asha has, and for which Ben and then Cleo wait.</summary>
    private async Task<(CourseRun Run, Id<Booking> Asha, Id<Booking> Ben, Id<Booking> Cleo)> FullAsync()
    {
        var run = await Desk.HasDateAsync(places: 1);
        return (run, await Desk.BookAsync(run, asha), await Desk.BookAsync(run, ben), await Desk.BookAsync(run, cleo));
    }

    [Fact]
    public async Task A_freed_place_is_offered_to_the_first_and_to_nobody_else_meanwhile()
    {
        var (run, booked, first, second) = await FullAsync();
        await Desk.CancelAsync(booked, asha);
        Assert.Equal((BookingState.Offered, BookingState.Waiting), (await Desk.StateAsync(first), await Desk.StateAsync(second)));
        Assert.Equal(BookingState.Waiting, await Desk.StateAsync(await Desk.BookAsync(run, asha)));
        await Assert.ThrowsAsync<Refused>(() => Desk.AnswerAsync(first, cleo, accept: true));
        await Desk.AnswerAsync(first, ben, accept: true);
        Assert.Equal(BookingState.Booked, await Desk.StateAsync(first));
        await Assert.ThrowsAsync<Refused>(() => Desk.AnswerAsync(first, ben, accept: true));
        Assert.Equal(
            ["You are on a waiting list", "A place is free for you until 9am on 17 November 2026", "A place is booked for you"],
            await Desk.ToldAsync(ben));
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_goes_to_the_next_once()
    {
        var (_, booked, first, second) = await FullAsync();
        await Desk.CancelAsync(booked, asha);
        Assert.Null(await Desk.OfferAsync());
        Pass(TimeSpan.FromHours(24));
        Assert.NotNull(await Desk.OfferAsync());
        Assert.Null(await Desk.OfferAsync());
        Assert.Equal((BookingState.Lapsed, BookingState.Offered), (await Desk.StateAsync(first), await Desk.StateAsync(second)));
        Assert.Equal("An offer has ended", (await Desk.ToldAsync(ben))[^1]);
        Assert.Equal(2, (await Desk.ToldAsync(cleo)).Length);
    }

    [Fact]
    public async Task Nothing_is_offered_once_booking_has_closed_or_the_date_has_begun()
    {
        var (run, booked, first, second) = await FullAsync();
        Database.Time.Now = run.ClosesAt.AddMinutes(-8);
        await Desk.CancelAsync(booked, asha);
        Assert.Equal(BookingState.Offered, await Desk.StateAsync(first));
        Database.Time.Now = run.ClosesAt;
        Assert.NotNull(await Desk.OfferAsync());
        Assert.Equal((BookingState.Lapsed, BookingState.Waiting), (await Desk.StateAsync(first), await Desk.StateAsync(second)));
        Database.Time.Now = run.StartsAt;
        Assert.Null(await Desk.OfferAsync());
        Assert.Equal(BookingState.Waiting, await Desk.StateAsync(second));
        Assert.Equal("Booking closed at 5pm on 7 December 2026",
            (await Assert.ThrowsAsync<Refused>(async () =>
            {
                Database.Time.Now = run.ClosesAt;
                await Desk.BookAsync(run, asha);
            })).Message);
    }

    [Fact]
    public async Task More_places_are_offered_at_once()
    {
        var (run, _, first, second) = await FullAsync();
        await Desk.ChangeAsync(run, found => BookingDesk.Plan(found, places: 3, found.FirstDay));
        Assert.Equal((BookingState.Offered, BookingState.Offered), (await Desk.StateAsync(first), await Desk.StateAsync(second)));
        Assert.Equal(2, (await Desk.ToldAsync(ben)).Length);
    }

    [Fact]
    public async Task Who_could_not_come_is_passed_over_and_keeps_the_turn()
    {
        var (_, booked, first, second) = await FullAsync();
        var elsewhere = await Desk.BookAsync(await Desk.HasDateAsync(), ben);
        await Desk.CancelAsync(booked, asha);
        Assert.Equal((BookingState.Waiting, BookingState.Offered), (await Desk.StateAsync(first), await Desk.StateAsync(second)));
        await Desk.CancelAsync(elsewhere, ben);
        await Desk.AnswerAsync(second, cleo, accept: false);
        Assert.Equal((BookingState.Offered, BookingState.Lapsed), (await Desk.StateAsync(first), await Desk.StateAsync(second)));
    }

    [Fact]
    public async Task A_link_answers_once_and_expires_and_a_forged_one_says_nothing()
    {
        var (_, booked, first, second) = await FullAsync();
        await Desk.CancelAsync(booked, asha);
        var code = await CodeAsync(ben.Email!);
        Assert.Null(await FoundAsync(code[..^1] + (code[^1] == '0' ? '1' : '0')));
        Assert.Null(await FoundAsync(null));
        Assert.Equal("Ben", (await FoundAsync(code))!.Person);
        Assert.Null(await FoundAsync(code, BookingState.AwaitingManager));

        await ByLinkAsync(code, accept: false);
        Assert.Equal((BookingState.Lapsed, BookingState.Offered), (await Desk.StateAsync(first), await Desk.StateAsync(second)));
        await Assert.ThrowsAsync<Refused>(() => ByLinkAsync(code, accept: true));
        var late = await CodeAsync(cleo.Email!);
        Pass(TimeSpan.FromHours(24));
        Assert.Null(await FoundAsync(late));
        await Assert.ThrowsAsync<Refused>(() => ByLinkAsync(late, accept: true));
        await using var db = Database.Open();
        Assert.False(await db.Outbox.AnyAsync(m => m.Text.Contains(code) && !m.IsPrivate));
        Assert.False(await db.AuditChanges.AnyAsync(c => c.New == code || c.New == OneTimeLink.HashOf(code)));
    }

    [Fact]
    public async Task The_place_of_someone_who_left_is_offered_and_their_lead_is_told_once()
    {
        var (_, booked, first, _) = await FullAsync();
        await using (var db = Database.Open())
        {
            db.Add(Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes));
            (await db.Posts.SingleAsync(p => p.StaffId == asha.Id)).Leave(Given.Today);
            await db.SaveAsync(Borough.Commissioner, "Prepared a test", default);
        }
        Assert.Equal("Cancelled 1 booking of people who left", await EndAsync());
        Assert.Null(await EndAsync());
        Assert.Equal((BookingState.Cancelled, BookingState.Offered), (await Desk.StateAsync(booked), await Desk.StateAsync(first)));
        await using var after = Database.Open();
        Assert.Equal(1, await after.Outbox.CountAsync(m => m.ToAddress == Borough.Tess.Email));
        Assert.False(await after.TrainingRecords.AnyAsync());
    }

    [Fact]
    public async Task The_turn_of_someone_who_left_ends_too()
    {
        var (_, _, first, _) = await FullAsync();
        await using (var db = Database.Open())
        {
            (await db.Posts.SingleAsync(p => p.StaffId == ben.Id)).Leave(Given.Today);
            await db.SaveAsync(Borough.Commissioner, "Prepared a test", default);
        }
        Assert.Equal("Cancelled 1 booking of people who left", await EndAsync());
        Assert.Equal(BookingState.Cancelled, await Desk.StateAsync(first));
    }

    private async Task<string?> EndAsync()
    {
        await using var db = Database.Open();
        return await new EndBookingsOfLeaversJob(db, Desk.Places(db), Database.Clock).RunAsync(default);
    }

    private async Task<string> CodeAsync(string address) => CodeInLink().Match((await Desk.MailAsync(address)).Text).Value;

    private async Task<AskedByLink.Found?> FoundAsync(string? code, BookingState state = BookingState.Offered)
    {
        await using var db = Database.Open();
        return await new AskedByLink(db, Database.Clock).RunAsync(code, state, default);
    }

    private async Task ByLinkAsync(string code, bool accept)
    {
        await using var db = Database.Open();
        await new AnswerOfferByLink(new(db, Database.Clock), Desk.Answer(db)).RunAsync(code, accept, default);
    }

    [GeneratedRegex("(?<=code=)[0-9a-f]{48}")] private static partial Regex CodeInLink();
}
