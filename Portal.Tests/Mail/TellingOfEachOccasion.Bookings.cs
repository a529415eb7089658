using Portal.Data.Outbox;
using Portal.Features.Courses.Places;

namespace Portal.Tests.Mail;

public sealed partial class TellingOfEachOccasion
{
    private const string Hours = "Tuesday 8 December 2026, 9:30am to 4:30pm";
    private const string Takes = "It takes place on " + Hours + ". Where: Larch House.";
    private const string See = "\n\nSee your booking:\n{portal}/Courses/Places/" + Id;
    private static readonly BookingMail.Of Booked = new(new(new Guid(Id)), 3, "Ask and act", [Hours], "Larch House");
    private static readonly DateTime Until = new(2026, 11, 27, 12, 0, 0, DateTimeKind.Utc);

    private static readonly (IMail Mail, string Key, string Subject, string Text)[] Bookings =
    [
        (new BookedMail(Booked, "It is free.", "Ring at the door", null, "Asha", "A@b.example"), "booked", "A place is booked for you",
            $"You have a place on “Ask and act”. {Takes} How to join:\n\nRing at the door\n\nIt is free.{See}"),
        (new WaitingMail(Booked, 22, "Asha", "A@b.example"), "waiting", "You are on a waiting list",
            $"You are 22nd on the waiting list for “Ask and act”.\n\n{Takes}\n\nWhen a place is free, the first who can come is offered "
            + $"it, and has some time to answer. You can leave the list whenever you like.{See}"),
        (new PlaceOfferedMail(Booked, Until, "77", "Asha", "A@b.example"), "offered",
            "A place is free for you until midday on 27 November 2026",
            $"A place on “Ask and act” has become free, and it is yours if you want it.\n\n{Takes}\n\nPlease answer by midday on "
            + "27 November 2026. After that it is offered to the next person.\n\nTake it or turn it down:\n{portal}/Courses/Offer?code=77"),
        (new OfferLapsedMail(Booked, "Asha", "A@b.example"), "lapsed", "An offer has ended",
            "The place on “Ask and act” that was offered to you has gone to the next person, because the time to answer is over.\n\n"
            + $"If you would still like to come, you can join the waiting list again or choose another date.{See}"),
        (new BookingCancelledMail(Booked, false, false, Money.OfPounds(25), null, "Asha", "A@b.example"), "cancelled",
            "A booking of yours has ended", $"Your place on “Ask and act” has been cancelled.\n\nIt was for {Hours}.\n\n"
            + $"Cancelling was free until earlier, so your agency is charged £25.{See}"),
        (new ManagerAskedMail(Booked, Until, "Asha", "A@b.example"), "manager-asked", "A place is kept for you",
            $"A place on “Ask and act” is kept for you while your line manager is asked.\n\n{Takes}\n\nThey have until midday on 27 "
            + $"November 2026 to agree. We tell you as soon as they have answered.{See}"),
        (new PlaceToAgreeMail(Booked, "Ben", Until, Money.OfPounds(50), "77", "Asha", "A@b.example"), "to-agree",
            "A question about someone in your team", $"Ben would like to take “Ask and act”, and a place is kept.\n\n{Takes}\n\nIt costs "
            + "your agency £50. Please say by midday on 27 November 2026 whether you agree. Looking changes nothing, and nobody is asked "
            + "why.\n\n"
            + "Read and answer:\n{portal}/Courses/Approve?code=77"),
        (new NotAgreedMail(Booked, true, "Asha", "A@b.example"), "not-agreed", "A place is no longer kept for you",
            "Your line manager has not agreed to “Ask and act” this time.\n\nThere may be another date, or another way to take this "
            + $"training, such as live online or one to one. Your agency’s training lead can tell you.{See}"),
        (new LeaverPlaceMail(Booked, "Ben", Money.Zero, "Asha", "A@b.example"), "leaver", "A booking of someone who has left",
            $"Ben is on your staff list no more, so the booking for “Ask and act” has been cancelled.\n\nIt was for {Hours}.\n\n"
            + "It costs nothing.\n\nSee all courses:\n{portal}/Courses"),
    ];

    [Fact]
    public Task About_a_booking() => SaysAsync(Bookings.Select(
        b => (b.Mail, $"booking/{Id}/3/{b.Key}/a@b.example", b.Subject, $"Dear Asha,\n\n{b.Text}")));

    [Fact]
    public Task About_a_booking_before_the_day() => SaysAsync(
    [
        (new BookingReminderMail(Booked, new(2026, 12, 8), 5, "It is free.", null, "Asha", "A@b.example"),
            $"booking/{Id}/0/reminder/2026-12-08/5/a@b.example", "Your booking on 8 December",
            $"Dear Asha,\n\nYou have a place on “Ask and act”. {Takes}\n\nIt is free.{See}"),
    ]);
}
