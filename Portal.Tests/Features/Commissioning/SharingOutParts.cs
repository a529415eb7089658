using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

/// <summary>A lead shares parts of a request with a colleague, who writes them and nothing else.</summary>
public sealed class SharingOutParts : IAsyncLifetime
{
    private PortalApp app = null!;
    private string path = null!;
    private string colleague = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        (path, colleague) = await app.In(async (PortalDb db) =>
        {
            var learner = await db.Users.SingleAsync(u => u.Email == DemoPeople.Email[Role.Learner]);
            var agency = (await db.Memberships.SingleAsync(m => m.UserId == learner.Id && m.Role == Role.Learner)).AgencyId!.Value;
            var lead = await db.Memberships.FirstAsync(m => m.AgencyId == agency && m.Role == Role.TrainingLead && m.Until == null);
            var request = CommissioningRequest.Start(
                Viewer.Of(lead.UserId, "Lead", lead), agency, 77, "Ask and act for reception", UkClock.At(Given.Today, new(8, 0)));
            db.Add(request);
            await db.SaveAsync(Viewer.System(lead.PartnershipId), "Prepared a test", CancellationToken.None);
            return ($"/Commissioning/{request.Id}", learner.Name);
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_colleague_is_told_finds_the_part_at_home_writes_it_and_reads_the_rest()
    {
        var (lead, learner) = (await app.SignedInAs(Role.TrainingLead), await app.SignedInAs(Role.Learner));
        (await learner.Open(path)).Answers(HttpStatusCode.NotFound);
        (await learner.Open($"{path}/Need")).Answers(HttpStatusCode.NotFound);
        var page = await (await lead.Open(path)).Follow("Share parts with colleagues");
        page = await page.Press("Share");
        page.Answers(HttpStatusCode.BadRequest).Shows("Select a colleague");
        page = await page.Choose("With whom?", colleague).Tick("Why it is needed").Press("Share");
        page.Shows("Shared. They are told by email", $"{colleague}: Why it is needed.");

        var told = await app.In((PortalDb db) => db.Outbox.SingleAsync(m => m.Key.Contains("/SharedOut/")));
        Assert.Contains("help with CR-0077, Ask and act for reception", told.Text, StringComparison.Ordinal);
        Assert.Contains($"{path}/Need", told.Text, StringComparison.Ordinal);
        page = await (await learner.Open("/")).Follow("Write “Why it is needed” of CR-0077, Ask and act for reception");
        page = await page.Fill("Why is it needed, and why are the courses on offer not enough?", "Nobody at the counter can ask")
            .Press("Save");
        page.Shows("Saved", "Nobody at the counter can ask", "Why it is needed")
            .DoesNotShow("Check and send", "Withdraw it", "Share parts with colleagues", "Share it with the partnership");
        foreach (var other in new[] { "What", "Provider", "Quality", "Money" })
            (await learner.Open($"{path}/{other}")).Answers(HttpStatusCode.NotFound);
        foreach (var leads in new[] { "Send", "Withdraw", "Share", "Check", "Decide", "Paper", "Appeal" })
            (await learner.Open($"{path}/{leads}")).Answers(HttpStatusCode.Forbidden);
        (await lead.Open(path)).Shows("Nobody at the counter can ask", "Shared out to a colleague");
    }

    [Fact]
    public async Task Taken_back_it_is_open_to_the_colleague_no_more_and_what_was_written_stays()
    {
        var (lead, learner) = (await app.SignedInAs(Role.TrainingLead), await app.SignedInAs(Role.Learner));
        await (await lead.Open($"{path}/Share")).Choose("With whom?", colleague).Tick("Why it is needed").Press("Share");
        var form = (await learner.Open($"{path}/Need"))
            .Fill("Why is it needed, and why are the courses on offer not enough?", "Nobody can ask");
        await (await lead.Open($"{path}/Share")).Press($"Take back from {colleague}");
        (await form.Press("Save")).Answers(HttpStatusCode.NotFound);
        (await learner.Open(path)).Answers(HttpStatusCode.NotFound);
        (await learner.Open("/")).DoesNotShow("CR-0077");
        Assert.Equal(1, await app.In((PortalDb db) => db.Outbox.CountAsync(m => m.Key.Contains("/SharedOut/"))));
    }

    [Fact]
    public async Task Of_many_colleagues_a_page_is_offered_and_one_is_found_by_name()
    {
        await app.In(async (PortalDb db) =>
        {
            var own = await db.CommissioningRequests.Where(r => r.Number == 77).Select(r => r.AgencyId).SingleAsync();
            var agency = await db.Agencies.SingleAsync(a => a.Id == own);
            foreach (var n in Enumerable.Range(1, 60))
            {
                var email = $"colleague{n}@example.org";
                var user = new PortalUser { Name = $"Colleague {n:00} Zephyr", UserName = email, Email = email };
                db.AddRange(user, Given.Membership(agency.PartnershipId, user, Role.Learner, agency));
            }
            await db.SaveAsync(Viewer.System(agency.PartnershipId), "Prepared a test", CancellationToken.None);
        });
        var lead = await app.SignedInAs(Role.TrainingLead);
        var page = await lead.Open($"{path}/Share");
        Assert.Equal(25, page.All("input[name=ColleagueId]").Count);
        page.DoesNotShow("Colleague 60 Zephyr");
        page = await page.Fill("Name", "60 zeph").Press("Search");
        Assert.Single(page.All("input[name=ColleagueId]"));
        page = await page.Choose("With whom?", "Colleague 60 Zephyr").Press("Share");
        page.Answers(HttpStatusCode.BadRequest).Shows("Select at least one part");
        page = await page.Tick("Why it is needed").Press("Share");
        page.Shows("Shared. They are told by email", "Colleague 60 Zephyr: Why it is needed.");
        Assert.Equal(25, page.All("input[name=ColleagueId]").Count);
        (await page.Fill("Name", "Nobody of this name").Press("Search")).Shows("Nobody found", "Take back from Colleague 60 Zephyr");
    }

    [Fact]
    public async Task Nobody_of_another_agency_is_offered_or_can_be_named()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var (stranger, name) = await app.In(async (PortalDb db) =>
        {
            var at = await db.CommissioningRequests.Where(r => r.Number == 77).Select(r => r.AgencyId).SingleAsync();
            var other = await db.Memberships.Where(m => m.AgencyId != null && m.AgencyId != at).OrderBy(m => m.Id).FirstAsync();
            return (other.UserId, await db.Users.Where(u => u.Id == other.UserId).Select(u => u.Name).SingleAsync());
        });
        (await lead.Open($"{path}/Share")).DoesNotShow(name);
        var no = await Assert.ThrowsAsync<Refused>(() => app.In(async (Portal.Features.Commissioning.Helping.ShareParts share) =>
        {
            var (request, member) = await app.In(async (PortalDb db) => (
                await db.CommissioningRequests.AsNoTracking().SingleAsync(r => r.Number == 77),
                await db.Memberships.FirstAsync(m => m.Role == Role.TrainingLead
                    && db.Users.Any(u => u.Id == m.UserId && u.Email == DemoPeople.Email[Role.TrainingLead]))));
            await share.RunAsync(
                Viewer.Of(member.UserId, "Lead", member), request.Id, stranger, [RequestPart.Need], request.Version, default);
        }));
        Assert.Equal("Select a colleague at your agency", no.Message);
    }
}
