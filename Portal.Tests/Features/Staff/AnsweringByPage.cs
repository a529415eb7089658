using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

/// <summary>Another agency asks for the demo learner, who works elsewhere.</summary>
public sealed partial class AnsweringByPage : IAsyncLifetime
{
    private static readonly string Asking = DemoBorough.AnotherAgency;
    private PortalApp app = null!;
    private StaffMember learner = null!;
    private string code = "";

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        await app.In(async (PortalDb db) =>
        {
            var user = await db.Users.SingleAsync(u => u.Email == DemoPeople.Email[Role.Learner]);
            var self = (await db.Memberships.FirstAsync(m => m.UserId == user.Id && m.StaffId != null)).StaffId;
            learner = await db.Staff.SingleAsync(s => s.Id == self);
            var there = await db.Agencies.SingleAsync(a => a.Name == Asking);
            var lead = new Viewer(null, "Their lead", there.PartnershipId, Role.TrainingLead, AgencyId: there.Id);
            var entry = new AddStaff.Entry(learner.Name, learner.Email, "Evening warden", null, null, null);
            await new AddStaff(db, new(app.Clock)).RunAsync(lead, entry, default);
            var mail = await db.Outbox.SingleAsync(m => m.ToAddress == learner.Email && m.Subject == "A question for you");
            code = CodeInLink().Match(mail.Text).Value;
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, InlineData("Agree", 1), InlineData("Decline", 0)]
    public async Task The_person_answers_without_an_account_once_and_looking_changes_nothing(string button, int posts)
    {
        var visitor = app.Visitor();
        for (var look = 0; look < 3; look++)
            (await visitor.Open($"/Staff/Answer?code={code}")).Shows($"{Asking} would like to add you", "as Evening warden",
                "If you agree", "If you decline", "Either answer is final");
        Assert.Equal(0, await PostsAsync());

        var form = await visitor.Open($"/Staff/Answer?code={code}");
        (await form.Press(button)).Shows("There is nothing to answer here", button == "Agree"
            ? $"Agreed. {Asking} now has you on its staff list" : $"Declined. {Asking} has not added you");
        Assert.Equal(posts, await PostsAsync());
        (await form.Press(button == "Agree" ? "Decline" : "Agree")).Answers(HttpStatusCode.BadRequest);
        Assert.Equal(posts, await PostsAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_answers_nothing()
    {
        Assert.NotEqual(HttpStatusCode.OK, (await app.Visitor().PostWithoutForm($"/Staff/Answer?code={code}", ("Agree", "true"))).Status);
        Assert.Equal(0, await PostsAsync());
    }

    [Theory, InlineData(Role.Learner), InlineData(Role.TrainingLead)]
    public async Task Home_leads_there(Role role)
    {
        var task = role == Role.Learner ? $"Say whether {Asking} may add you to its staff list" : "Answer an agency that asks for someone";
        var home = await (await app.SignedInAs(role)).Open("/");
        var page = await home.Follow(task);
        page.Shows(role == Role.Learner ? "would like to add you" : $"would like to add {learner.Name}", "Evening warden");
        (await page.Press("Agree")).Shows($"Agreed. {Asking} now has");
        Assert.Equal(1, await PostsAsync());
        (await home.Follow(task)).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_commissioner_answers_and_changes_the_name_of_someone_shared()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        (await commissioner.Open($"/Staff/{learner.Id}")).DoesNotShow("Change name or email");
        (await commissioner.Open($"/Staff/{learner.Id}/Edit")).Shows("The agency that this person works for changes their name and email");
        var list = await commissioner.Open("/Staff/Requests");
        await (await list.Follow($"Look and answer about {learner.Name} and {Asking}")).Press("Agree");

        var lead = await app.SignedInAs(Role.TrainingLead);
        (await lead.Open($"/Staff/{learner.Id}/Edit")).Shows("Ask the partnership’s commissioner to do it");
        var edit = await (await commissioner.Open($"/Staff/{learner.Id}")).Follow("Change name or email");
        (await edit.Fill("Full name", "Changed For Both").Press("Save")).Shows("Details saved", "Changed For Both");
    }

    private Task<int> PostsAsync() => app.In((PortalDb db) =>
        db.Posts.CountAsync(p => p.StaffId == learner.Id && db.Agencies.Any(a => a.Id == p.AgencyId && a.Name == Asking)));

    [GeneratedRegex("(?<=code=)[0-9a-f]{48}")] private static partial Regex CodeInLink();
}
