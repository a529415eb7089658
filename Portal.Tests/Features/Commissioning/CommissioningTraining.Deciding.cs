using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

// How a request goes from hand to hand.
public sealed partial class CommissioningTraining
{
    [Fact]
    public async Task A_meeting_of_the_sub_group_decides_with_its_quorum_and_no_other_group_does()
    {
        var path = (await Asked(await app.SignedInAs(Role.TrainingLead), "For the sub-group", "9000")).Path;
        await app.In(async (PortalDb db) =>
        {
            foreach (var code in new[] { "DASG", "FORUM" })
                db.Add(Given.Meeting(await db.Bodies.SingleAsync(b => b.Code == code), Given.Today));
            await db.SaveAsync(Viewer.System((await db.Partnerships.SingleAsync()).Id), "Prepared a test", CancellationToken.None);
        });
        var page = await (await app.SignedInAs(Role.Commissioner)).Open($"{path}/Decide");
        page.DoesNotShow("Forum, ");
        page = await page.Choose("What was decided?", "Approved").Fill("Members present", "4").Fill("Agencies present", "3")
            .Choose("At which meeting?", "DA sub-group, 16 November 2026").Press("Record the decision");
        page.Answers(HttpStatusCode.BadRequest).Shows("A decision needs 5 members present");
        page = await page.Fill("Members present", "6").Press("Record the decision");
        page.Shows("Approved", "as decided by DA sub-group, 16 November 2026", "6 members of 3 agencies");
    }

    [Fact]
    public async Task Sent_back_it_is_changed_and_what_was_judged_before_is_judged_again()
    {
        var (lead, commissioner) = (await app.SignedInAs(Role.TrainingLead), await app.SignedInAs(Role.Commissioner));
        var path = (await Asked(lead, "To be changed", "100")).Path;
        await (await commissioner.Open($"{path}/Check")).Choose("Which clause?", "Survivors’ voice (needs a person)")
            .Choose("Is it met?", "Yes").Press("Save the finding");
        var page = await (await commissioner.Open($"{path}/Changes")).Press("Send it back");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter what should be changed");
        page = await page.Fill("What should be changed?", "Say who comes").Press("Send it back");
        page.Shows("Sent back for changes", "To be changed before it is decided: Say who comes");

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        page = await (await lead.Open($"{path}/Quality"))
            .Fill("How do survivors have a voice in what is taught?", "In another way").Press("Save");
        page = await (await page.Press("Check and send")).Press("Send it for a decision");
        page.Shows("In another way").DoesNotShow("judged by");
        var told = await app.In((PortalDb db) => db.Outbox.Where(m => m.Key.Contains("/Changes/")).Select(m => m.Text).ToListAsync());
        Assert.Contains(told, t => t.Contains("Say who comes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_colleague_wrote_meanwhile_is_not_lost_and_an_old_page_sends_nothing()
    {
        var (lead, colleague) = (await app.SignedInAs(Role.TrainingLead), await app.SignedInAs(Role.ExecutiveLead));
        var path = (await Written(lead, "By two at once", "100")).Path;
        var (theirs, send) = (await colleague.Open($"{path}/Quality"), await lead.Open($"{path}/Send"));
        await (await lead.Open($"{path}/Quality")).Fill("How do survivors have a voice in what is taught?", "Mine").Press("Save");
        theirs = await theirs.Fill("How do survivors have a voice in what is taught?", "").Press("Save");
        theirs.Answers(HttpStatusCode.BadRequest).Shows("Someone changed this while you were looking");
        (await send.Press("Send it for a decision")).Answers(HttpStatusCode.BadRequest);
        (await lead.Open(path)).Shows("Mine", "Being written");
    }

    [Fact]
    public async Task Withdrawn_it_is_told_to_whoever_was_to_decide_and_found_by_nobody_else()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var path = (await Asked(lead, "Not wanted", "100")).Path;
        await (await lead.Open($"{path}/Withdraw")).Press("Withdraw it");
        (await (await app.LeadElsewhere()).Open(path)).Answers(HttpStatusCode.NotFound);
        Assert.True(await app.In((PortalDb db) => db.Outbox.AnyAsync(m => m.Key.Contains("/Withdrawn/"))));
    }

    [Fact]
    public async Task Whoever_asks_along_can_be_asked_to_pay_only_for_the_training_itself()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var path = (await Written(lead, "Shared", "500")).Path;
        var page = await (await lead.Open($"{path}/Money")).Choose("What for?", "Trainer day").Fill("How many", "2")
            .Fill("Price of one, before VAT", "300").Choose("Who pays?", "The agency’s own budget").Press("Add the cost");
        page = await page.Choose("What for?", "Backfill").Fill("How many", "10").Fill("Price of one, before VAT", "20")
            .Choose("Who pays?", "The agency’s own budget").Press("Add the cost");
        await page.Choose("How do agencies share what the training costs them?", "By the places each asks for").Press("Save the rule");
        await (await lead.Open(path)).Press("Share it with the partnership");
        var other = await app.LeadElsewhere();
        page = await (await other.Open($"{path}/Join")).Fill("Places for your agency", "4").Press("Ask along");
        page.Shows("Who pays the £600 that agencies pay for the training: by the places each asks for", "£450", "£150");
    }
}
