using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Features.Courses.Places;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Places;

public sealed partial class AskingTheManager : InABookingOffice
{
    [Theory, InlineData(true, BookingState.Booked, "A place is booked for you"),
        InlineData(false, BookingState.Declined, "A place is no longer kept for you")]
    public async Task Keeps_the_place_and_the_link_answers_once(bool agree, BookingState state, string subject)
    {
        var run = await Desk.HasDateAsync(places: 1, managerApproves: true);
        var mona = await PersonAsync("Mona");
        var (asha, ben) = (await PersonAsync("Asha", manager: mona), await PersonAsync("Ben", manager: mona));
        var booking = await Desk.BookAsync(run, asha);
        var waits = await Desk.BookAsync(run, ben);
        Assert.Equal((BookingState.AwaitingManager, BookingState.Waiting), (await Desk.StateAsync(booking), await Desk.StateAsync(waits)));
        var mail = await Desk.MailAsync(mona.Email!);
        Assert.Equal("A question about someone in your team", mail.Subject);
        Assert.True(mail.IsPrivate);

        var code = CodeInLink().Match(mail.Text).Value;
        await ByLinkAsync(code, agree);
        await Assert.ThrowsAsync<Refused>(() => ByLinkAsync(code, !agree));
        Assert.Equal(state, await Desk.StateAsync(booking));
        Assert.Equal(agree ? BookingState.Waiting : BookingState.Offered, await Desk.StateAsync(waits));
        Assert.Equal(["A place is kept for you", subject], await Desk.ToldAsync(asha));
    }

    [Fact]
    public async Task Asks_the_training_leads_where_there_is_no_manager_and_takes_silence_for_no()
    {
        var run = await Desk.HasDateAsync(managerApproves: true);
        await using (var db = Database.Open())
        {
            db.Add(Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes));
            await db.SaveAsync(Borough.Commissioner, "Prepared a test", default);
        }
        var asha = await PersonAsync("Asha");
        var booking = await Desk.BookAsync(run, asha);
        Assert.Contains("Asha would like to take “Ask and act”", (await Desk.MailAsync(Borough.Tess.Email!)).Text);

        Pass(Booking.ManagerHas);
        Assert.NotNull(await Desk.OfferAsync());
        Assert.Equal(BookingState.Declined, await Desk.StateAsync(booking));
        Assert.Contains("Nobody has answered in time", (await Desk.MailAsync(asha.Email!)).Text);
    }

    [Fact]
    public async Task Who_was_not_agreed_to_or_did_not_answer_in_time_may_ask_again_and_stands_in_the_queue_once()
    {
        var run = await Desk.HasDateAsync(places: 1, managerApproves: true);
        var (asha, ben) = (await PersonAsync("Asha"), await PersonAsync("Ben"));
        await Desk.BookAsync(run, asha);
        var waits = await Desk.BookAsync(run, ben);
        Pass(Booking.ManagerHas);
        await Desk.OfferAsync();
        Assert.Equal(BookingState.Offered, await Desk.StateAsync(waits));
        var again = await Desk.BookAsync(run, asha);
        Assert.Equal(BookingState.Waiting, await Desk.StateAsync(again));
        Pass(RunPlaces.OfferLasts);
        await Desk.OfferAsync();
        Assert.Equal((BookingState.Lapsed, BookingState.Offered), (await Desk.StateAsync(waits), await Desk.StateAsync(again)));
        Assert.Equal(BookingState.Waiting, await Desk.StateAsync(await Desk.BookAsync(run, ben)));
        await Assert.ThrowsAsync<Refused>(() => Desk.BookAsync(run, ben));
    }

    [Fact]
    public async Task Asks_after_an_offer_is_taken_and_not_again_once_agreed()
    {
        var run = await Desk.HasDateAsync(places: 1, managerApproves: true);
        var mona = await PersonAsync("Mona");
        var (asha, ben) = (await PersonAsync("Asha", manager: mona), await PersonAsync("Ben", manager: mona));
        var booking = await Desk.BookAsync(run, asha);
        var waits = await Desk.BookAsync(run, ben);
        await Desk.CancelAsync(booking, asha);
        await Desk.AnswerAsync(waits, ben, accept: true);
        Assert.Equal(BookingState.AwaitingManager, await Desk.StateAsync(waits));
        await ByLinkAsync(CodeInLink().Match((await Desk.MailAsync(mona.Email!)).Text).Value, agree: true);
        Assert.Equal(BookingState.Booked, await Desk.StateAsync(waits));
    }

    private async Task ByLinkAsync(string code, bool agree)
    {
        await using var db = Database.Open();
        await new AgreeByLink(new(db, Database.Clock), Desk.Places(db), Database.Clock).RunAsync(code, agree, default);
    }

    [GeneratedRegex("(?<=code=)[0-9a-f]{48}")] private static partial Regex CodeInLink();
}
