using Microsoft.EntityFrameworkCore;
using Portal.Features.Staff.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed class AnsweringARequest : AskingForSomeone
{
    [Fact]
    public async Task The_agency_that_asked_does_not_answer_and_nor_does_a_third()
    {
        await AskAsync();
        var stranger = Borough.Lead with { AgencyId = Id<Agency>.New(), UserId = Borough.Lena.Id };
        var someoneElse = Borough.Learner(await Borough.HasAsync(Database, "Someone Else", null));
        var colleague = Borough.Lead with { UserId = Borough.Lena.Id };
        foreach (var viewer in new[] { Borough.Lead, colleague, Borough.Executive, stranger, someoneElse })
            await Assert.ThrowsAsync<Refused>(() => AnswerAsync(viewer, agree: true));
        // Who asked acts for the other agency too.
        var no = await Assert.ThrowsAsync<Refused>(() => AnswerAsync(Borough.OtherLead, agree: true));
        Assert.Equal("Someone else must answer a request that you made", no.Message);
        Assert.Equal(0, await PostsAtHomesAsync());
    }

    [Theory, InlineData("learner"), InlineData("manager"), InlineData("commissioner"), InlineData("lead"), InlineData("link")]
    public async Task Any_one_of_those_who_may_is_enough(string who)
    {
        await AskAsync();
        if (who == "link") await AnswerByLinkAsync(await CodeAsync(), agree: true);
        else await AnswerAsync(agree: true, viewer: who switch
        {
            "learner" => Borough.Learner(Nikhil),
            "manager" => Borough.Manager(Nikhil),
            "commissioner" => Borough.Commissioner,
            _ => Clinic,
        });
        Assert.Equal(1, await PostsAtHomesAsync());
    }

    [Fact]
    public async Task No_message_says_who_answered_and_a_reply_reaches_nobody_there()
    {
        await AskAsync();
        await AnswerAsync(Clinic, agree: false);
        await using var db = Database.Open();
        var (name, address) = (Clinic.Name, await db.Users.Where(u => u.Id == Clinic.UserId).Select(u => u.Email!).SingleAsync());
        var written = await db.Outbox.Where(m => m.Kind == nameof(PostAnsweredMail)).ToListAsync();
        Assert.NotEmpty(written);
        Assert.All(written, m => Assert.False($"{m.ReplyTo} {m.Text} {m.Html}" is var all
            && (all.Contains(name, StringComparison.Ordinal) || all.Contains(address, StringComparison.OrdinalIgnoreCase)), m.Text));
    }

    [Fact]
    public async Task Someone_in_post_nowhere_is_answered_for_by_the_agency_they_left_last()
    {
        var partnership = Borough.Partnership.Id;
        var third = new Agency
        {
            PartnershipId = partnership, Name = "Old Mill School", Type = AgencyType.Education, Duty = Duty.Agreed,
            PhaseId = Borough.Phase.Id,
        };
        await using (var db = Database.Open())
        {
            var title = new JobTitle { PartnershipId = partnership, AgencyId = third.Id, Title = "Teacher" };
            var earlier = new Post { PartnershipId = partnership, AgencyId = third.Id, StaffId = Nikhil.Id, JobTitleId = title.Id };
            earlier.Leave(new(2020, 1, 1));
            (await db.Posts.SingleAsync(p => p.StaffId == Nikhil.Id)).Leave(new(2026, 1, 31));
            db.AddRange(third, title, earlier);
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Left", default);
        }
        await AskAsync();
        await Assert.ThrowsAsync<Refused>(() => AnswerAsync(Clinic with { AgencyId = third.Id }, agree: true));
        await AnswerAsync(Clinic, agree: true);
    }

    [Fact]
    public async Task What_was_free_when_it_was_asked_must_still_be_and_a_manager_who_has_gone_is_left_out()
    {
        var mo = await Borough.HasAsync(Database, "Mo Manager", Borough.Officer, email: "mo@homes.example");
        await AskAsync("K-7", "mo@homes.example");
        await using (var db = Database.Open())
        {
            (await db.Posts.SingleAsync(p => p.StaffId == mo.Id)).Leave(new(2026, 11, 1));
            var taken = await Borough.HasAsync(Database, "Someone New", Borough.Officer);
            (await db.Posts.SingleAsync(p => p.StaffId == taken.Id)).EmployeeNumber = "K-7";
            await db.SaveAsync(Borough.Lead, "Changed the staff", default);
        }
        var no = await Assert.ThrowsAsync<Refused>(() => AnswerAsync(Clinic, agree: true));
        Assert.Contains("given the employee number to someone else", no.Message, StringComparison.Ordinal);
        await using (var db = Database.Open())
        {
            (await db.Posts.SingleAsync(p => p.EmployeeNumber == "K-7")).EmployeeNumber = "K-8";
            await db.SaveAsync(Borough.Lead, "Corrected a number", default);
        }
        await AnswerAsync(Clinic, agree: true);
        await using var after = Database.Open();
        Assert.Null((await after.Posts.SingleAsync(p => p.StaffId == Nikhil.Id && p.AgencyId == Borough.Homes.Id)).ManagerId);
    }

    [Fact]
    public async Task Declining_changes_nothing_and_rests_four_weeks()
    {
        await AskAsync();
        await AnswerAsync(Clinic, agree: false);
        Assert.Equal(0, await PostsAtHomesAsync());
        Assert.StartsWith("Your agency asked for this person lately", (await Assert.ThrowsAsync<Refused>(AskAsync)).Message);
        Database.Time.Advance(TimeSpan.FromDays(29));
        await AskAsync();
    }
}
