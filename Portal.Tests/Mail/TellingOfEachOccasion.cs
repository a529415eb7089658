using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Account;
using Portal.Features.Agencies.Asking;
using Portal.Features.Reports.Timetable;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Reminders;
using Portal.Features.Staff.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Mail;

/// <summary>
/// The key, the subject and the text of every notice, to the letter: outboxes hold the keys, so a changed one would be sent again.
/// </summary>
public sealed partial class TellingOfEachOccasion : InASmallBorough
{
    private const string Open = "Open the return:\n{portal}/Returns/" + Id;
    private const string Sign = "Read and sign:\n{portal}/Returns/" + Id + "/Sign";
    private const string Wrote = "They wrote: “Name the <owners>”\n\n";
    private const string Id = "01900000-0000-7000-8000-000000000001";
    private static readonly Guid Guid = new(Id);
    private static readonly DateTime Now = new(2026, 11, 26, 12, 0, 0, 123, DateTimeKind.Utc);
    private static readonly ReturnMail.Of Return = new(new(Guid), "Homes", new(2026, 12, 14, 17, 0, 0, DateTimeKind.Utc));
    private static readonly PeopleOf.Person Tess = new(Id<User>.New(), "Tess", "Tess@homes.example");
    private static readonly string Note = "Name the <owners>";

    private static readonly (IMail Mail, string Key, string Subject, string Text)[] Returns =
    [
        (new ReturnOpenedMail(Return, Tess), "Opened/", "A return to make",
            "The partnership asks Homes for its skill-gap assessment and costing by 5pm on 14 December 2026. "
            + "Figures from your staff list are already filled in.\n\n" + Open),
        (new ReturnDueMail(Return, Tess, 7), "Reminder/2026-12-14T17:00:00.0000000Z/7", "A return is due on 14 December",
            "The skill-gap assessment of Homes is due by 5pm on 14 December 2026.\n\n" + Open),
        (new ReturnOverdueMail(Return, Tess), "Overdue/2026-12-14T17:00:00.0000000Z/", "A return was due on 14 December",
            "The skill-gap assessment of Homes was due by 5pm on 14 December 2026 and has not been sent. "
            + "You can still send it, or ask the commissioner for more time.\n\n" + Open),
        (new ReturnToSignMail(Return, Tess, Now), "ToSign/2026-11-26T12:00:00", "A return for you to sign",
            "The skill-gap assessment of Homes waits for your signature. It is due by 5pm on 14 December 2026.\n\n" + Sign),
        (new ReturnSentBackMail(Return, Tess, Now, Note), "SentBack/2026-11-26T12:00:00", "A return needs a change",
            "The executive lead has sent back the skill-gap assessment of Homes.\n\n" + Wrote + Open),
        (new ChangesRequestedMail(Return, Tess, Now, Note), "ChangesRequested/2026-11-26T12:00:00", "A return needs a change",
            "The commissioner has asked for changes in the skill-gap assessment of Homes.\n\n" + Wrote + Open),
        (new ReturnAcceptedMail(Return, Tess, Now, null), "Accepted/2026-11-26T12:00:00", "A return has been accepted",
            "The skill-gap assessment of Homes has been accepted. Thank you.\n\n" + Open),
        (new ReturnExtendedMail(Return, Tess, Now), "Extended/2026-11-26T12:00:00", "More time for a return",
            "The skill-gap assessment of Homes is now due by 5pm on 14 December 2026.\n\n" + Open),
        (new ReturnReopenedMail(Return, Tess, Now, Note), "Reopened/2026-11-26T12:00:00", "A return is open again",
            "The skill-gap assessment of Homes is open again as a new version.\n\n" + Wrote + Open),
        (new ReturnSharedMail(Return, Tess, Now), "Shared/2026-11-26T12:00:00", "Part of a return for you",
            "You have been asked to help with the skill-gap assessment of Homes. It is due by 5pm on 14 December 2026.\n\n" + Open),
        (new ToSignAgainMail(Return, Tess, Now), "ToSignAgain/2026-11-26T12:00:00", "A return still waits for your signature",
            "The skill-gap assessment of Homes still waits for your signature. You can also send it back with a note.\n\n" + Sign),
        (new StillToSignMail(Return, Tess, Now), "StillToSign/2026-11-26T12:00:00", "A return still waits for a signature",
            "The skill-gap assessment of Homes still waits for the signature of its executive lead, who has been reminded.\n\n" + Open),
        (new NobodySignsMail(Return, Tess, Now), "NobodySigns/2026-11-26T12:00:00", "A return still waits for a signature",
            "The skill-gap assessment of Homes still waits for a signature, and nobody is in post who can give it. "
            + "Ask the commissioner for an executive lead.\n\n" + Open),
        (new ReturnTakenBackMail(Return, Tess, Now), "TakenBack/2026-11-26T12:00:00", "A return has been taken back",
            "The skill-gap assessment of Homes has been taken back to be changed. "
            + "You are asked again when it is ready to be signed.\n\n" + Open),
        (new ReturnAskedMail(Return, Tess, new(2026, 11, 26)), "Asked/2026-11-26", "The partnership asks for a return",
            "The skill-gap assessment of Homes was due by 5pm on 14 December 2026 and has not been sent. "
            + "Please send it as soon as you can. If you cannot, ask the commissioner for more time and say why.\n\n" + Open),
        (new ReturnAskedMail(Return, Tess, new(2026, 11, 27)) { IsLate = false }, "Asked/2026-11-27", "The partnership asks for a return",
            "The skill-gap assessment of Homes is due by 5pm on 14 December 2026 and has not been sent yet. "
            + "Please send it by then. If you cannot, ask the commissioner for more time and say why.\n\n" + Open),
    ];

    [Fact]
    public Task About_a_return() => SaysAsync(Returns.Select(
        r => (r.Mail, $"return/{Id}/{r.Key}/tess@homes.example", r.Subject, $"Dear Tess,\n\n{r.Text}")));

    [Fact]
    public Task About_an_account() => SaysAsync(
    [
        (new InvitationMail("a@b.example", "a@b.example", "learner", "SBP", "/Account/Accept?code=1", Now),
            Key("InvitationMail", "/Account/Accept?code=1"), "Your invitation",
            "Hello,\n\nSBP has invited you to its training portal as learner. "
            + "Choose a password to begin.\n\n"
            + $"The link works once, until {UkClock.DayOf(Now + OneTimeLink.InvitationLasts).Words()}. "
            + "If you did not expect it, you need do nothing.\n\n"
            + "Accept the invitation:\n{portal}/Account/Accept?code=1"),
        (new NewRoleMail("a@b.example", "Tess", "learner", "SBP", "/", Now), Key("NewRoleMail", "/"), "You have a new role",
            "Dear Tess,\n\nSBP has added you to its training portal as learner. Sign in as usual; "
            + "you can change whom you act for at the top of every page.\n\nSign in:\n{portal}/"),
        (new PasswordResetMail("a@b.example", "Tess", "/Account/Reset", Now), Key("PasswordResetMail", "/Account/Reset"),
            "The link you asked for", "Dear Tess,\n\nSomeone, probably you, asked for a new password with this address.\n\n"
            + "The link works once, for one hour. "
            + "If it was not you, do nothing: your password stays as it is.\n\nChoose a new password:\n{portal}/Account/Reset"),
        (new AccountChangedMail("a@b.example", "Tess", AccountChange.PasswordChanged, Now),
            Key("AccountChangedMail", "") + " PasswordChanged", "Your account was changed",
            "Dear Tess,\n\nYour password was changed on 26 November 2026. You are signed out wherever you were signed in before.\n\n"
            + "If it was not you, ask for a new password at once on the sign-in page, and tell the partnership’s commissioner."),
    ]);

    [Fact]
    public void About_an_account_is_for_the_recipients_eyes_alone_where_it_has_a_link() => Assert.Equal([true, false], new AccountMail[]
    {
        new PasswordResetMail("a@b.example", "Tess", "/Account/Reset", Now),
        new AccountChangedMail("a@b.example", "Tess", AccountChange.PasswordChanged, Now),
    }.Select(m => m.IsPrivate));

    [Fact]
    public Task About_a_staff_list_and_the_timetable() => SaysAsync(
    [
        (new PostAskedMail(Request(), "Homes", "Asha", "A@b.example", "77"), $"post-request/{Id}/person", "A question for you",
            "Hello Asha\n\nHomes would like to add you to its staff list. "
            + "It does not see your training unless you, or an agency you work for, agree.\n\n"
            + "The page says what agreeing opens; looking at it changes nothing. "
            + "The link can be used until 24 December 2026.\n\n"
            + "If you do not work for them, say so there, and nothing changes.\n\nRead and answer:\n{portal}/Staff/Answer?code=77"),
        (new PostToAnswerMail(Request(), "Homes", "Tess", "Tess@homes.example"), $"post-request/{Id}/tess@homes.example",
            "A question about a staff list", "Hello Tess\n\nHomes would like to add someone to its staff list whom your agency knows.\n\n"
            + "It sees nothing of them until they, your agency or the commissioner agree.\n\n"
            + "See who is asked for:\n{portal}/Staff/Requests"),
        (new PostAnsweredMail(Declined(), "Tess", "Tess@homes.example"), $"post-request/{Id}/answer", "Your question has an answer",
            "Hello Tess\n\nAsha Rahman has not been added to your staff list. If you think that is a mistake, talk to them.\n\n"
            + "Open your staff list:\n{portal}/Staff"),
        (new StaffListMail(new(Guid), "Homes", new(2026, 8, 1), Tess, new(2026, 11, 26)), $"staff-list/{Id}/2026-11-26/tess@homes.example",
            "Please bring your staff list up to date", "Dear Tess,\n\n"
            + "The staff list of Homes was last confirmed on 1 August 2026, more than 90 days ago.\n\n"
            + "Until it is confirmed, nobody can tell how the agency stands. Please upload it, or confirm that it is complete.\n\n"
            + "Bring it up to date:\n{portal}/Imports"),
        (new EditionLateMail(Tess, Late()), $"late/{Id}/2026-12-09/Tess@homes.example", "Your report timetable needs attention",
            "Edition 3 of the noncompliance report was due for approval by 27 November 2026. The meeting is on 9 December 2026.\n\n"
            + "Open the report timetable:\n{portal}/Reports/Timetable"),
        (new NoMeetingMail(Tess, Board(), new(2026, 11, 26), 120), $"unplanned/{Id}/2026-11/Tess@homes.example",
            "Your report timetable needs attention", "No meeting of SBP is set within the next 120 days, so no report can be planned. "
            + "Add the next meeting to the calendar.\n\n"
            + "Open the report timetable:\n{portal}/Reports/Timetable"),
    ]);

    private async Task SaysAsync(IEnumerable<(IMail Mail, string Key, string Subject, string Text)> expected)
    {
        foreach (var (mail, key, subject, text) in expected)
        {
            await using var db = Database.Open();
            db.Enqueue(mail);
            await db.SaveAsync(Borough.Commissioner, "Wrote", CancellationToken.None);
            var sent = await db.Outbox.OrderByDescending(m => m.Id).FirstAsync();
            Assert.Equal((key, subject), (sent.Key, sent.Subject));
            Assert.Equal($"Training portal\n\n{text.Replace("{portal}", "http://localhost:5080", StringComparison.Ordinal)}\n\n"
                + "The training portal sent this message by itself. A reply reaches "
                + (mail.RepliesToWhoDidIt ? $"Cora Commissioner ({Borough.Cora.Email}). " : $"SBP ({Borough.Partnership.SupportEmail}). ")
                + "Your portal is at http://localhost:5080\n", sent.Text);
        }
    }

    private static string Key(string kind, string href) =>
        $"{kind} a@b.example {OneTimeLink.HashOf(href)[..12]} 2026-11-26T12:00:00.1230000Z";

    private static PostRequest Request() => new()
    {
        Id = new(Guid), PartnershipId = default, AgencyId = default, StaffId = default, Name = "Asha Rahman", JobTitleId = default,
        RequestedBy = null, RequestedByName = "Lead", RequestedAt = Now,
    };

    private static PostRequest Declined()
    {
        var request = Request();
        request.Decline(null, Now);
        return request;
    }

    private static Body Board() => new()
    {
        Id = new(Guid), PartnershipId = default, Code = "SBP", Name = "SBP", ShortName = "SBP",
        Kind = BodyKind.Partnership, MeetsEveryMonths = 3,
    };

    private static Edition Late() => new()
    {
        Id = new(Guid), PartnershipId = default, BodyId = default, MeetingId = default, Number = 3, Revision = 1,
        MeetingOn = new(2026, 12, 9), IssueOn = new(2026, 12, 1), PreparedAt = Now,
    };
}
