using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed partial class UsingTheReturnPages
{
    [Fact]
    public async Task What_was_sent_is_taken_back_until_somebody_has_signed_it()
    {
        await ChangeAsync(a => a.Send(Lead, default, app.Clock.Now));
        var ask = await (await lead.Open($"/Returns/{id}")).Press("Take it back");
        (await ask.Press("Take it back")).Shows("Taken back. You can change it, and send it again", "Taken back before it was signed");
        var after = await app.In((PortalDb db) => db.Returns.AsNoTracking().SingleAsync(a => a.Id == id));
        Assert.Equal((ReturnState.Draft, null), (after.State, after.SentAt));
        Assert.True(await app.In((PortalDb db) => db.Outbox.AnyAsync(m => m.Subject == "A return has been taken back")));
        (await app.SignedInAs(Role.ExecutiveLead).Open($"/Returns/{id}/Sign")).Shows("so there is nothing to sign now");

        await ChangeAsync(a => a.Send(Lead, default, app.Clock.Now));
        await ChangeAsync(a => a.Sign(Lead with { UserId = Id<User>.New() }, app.Clock.Now));
        (await ask.Press("Take it back")).Answers(HttpStatusCode.BadRequest);
        (await lead.Open($"/Returns/{id}/TakeBack")).Shows("so it cannot be taken back now");
        (await lead.Open($"/Returns/{id}")).DoesNotShow("Take it back");
        (await app.SignedInAs(Role.ExecutiveLead).Open($"/Returns/{id}/TakeBack")).Answers(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Before_it_is_sent_the_check_says_who_signs_or_that_nobody_can_and_who_helps()
    {
        (await lead.Open($"/Returns/{id}/Check")).Shows("asked by email to sign it", "Send to the executive lead")
            .DoesNotShow("Nobody is executive lead");
        await app.In(async (PortalDb db) =>
        {
            (await db.Memberships.SingleAsync(m => m.AgencyId == agency && m.Role == Role.ExecutiveLead && m.Until == null))
                .End(DateOnly.FromDateTime(app.Clock.Now));
            await db.SaveAsync(Lead, "Left", default);
        });
        var nobody = "Nobody is executive lead of your agency who can sign this";
        (await lead.Open($"/Returns/{id}/Check"))
            .Shows(nobody, DemoPeople.Email[Role.Commissioner], "Send it to wait for an executive lead").DoesNotShow("asked by email");

        await ChangeAsync(a => a.Send(Lead, default, app.Clock.Now));
        (await lead.Open($"/Returns/{id}")).Shows(nobody, "Take it back");
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var invite = await (await commissioner.Open($"/Returns/{id}")).DoesNotShow(nobody).Follow("Invite an executive lead");
        Assert.Equal(DemoBorough.OwnAgency, invite.Value("Agency"));
        var list = await commissioner.Open("/Returns?Show=Unsignable");
        (await list.Follow($"Invite an executive lead of {DemoBorough.OwnAgency}")).Shows("Invite: executive lead");
    }

    [Fact]
    public async Task What_was_asked_stands_where_it_is_changed_and_its_answer_where_it_is_signed_and_reviewed()
    {
        var (commissioner, executive) = (Lead with { Role = Role.Commissioner }, Lead with { UserId = Id<User>.New() });
        await ChangeAsync(a => a.Send(Lead, default, app.Clock.Now));
        await ChangeAsync(a => a.Sign(executive, app.Clock.Now));
        await ChangeAsync(a => a.RequestChanges(commissioner, "Say how release is paid for", app.Clock.Now));
        foreach (var section in new[] { "", "/People", "/Questions", "/Actions", "/Costing", "/Check" })
            (await lead.Open($"/Returns/{id}{section}")).Shows("What should be changed", "Say how release is paid for");
        await AnswerAllButOneAsync();
        var refused = await (await lead.Open($"/Returns/{id}/Check")).Fill("Your answer (optional)", "From our own budget")
            .Press("Send to the executive lead");
        refused.Answers(HttpStatusCode.BadRequest);
        Assert.Equal("From our own budget", refused.Value("Your answer (optional)"));

        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        await ChangeAsync(a => a.Send(Lead, default, app.Clock.Now, "From our own budget"));
        var sign = await app.SignedInAs(Role.ExecutiveLead).Open($"/Returns/{id}/Sign");
        sign.Shows("Say how release is paid for", "From our own budget", "Sent by Lead", "The figures are those of the cut-off day",
            "Owner", "Answers");
        Assert.Contains(sign.All("dd"), d => d.TextContent.Trim() is ['0' or '1' or '2' or '3', ':', ..]);
        await ChangeAsync(a => a.Sign(executive, app.Clock.Now));
        (await app.SignedInAs(Role.Commissioner).Open($"/Returns/{id}/Review")).Shows("Say how release is paid for", "From our own budget");
    }

    /// <summary>So that it cannot be sent.</summary>
    private Task AnswerAllButOneAsync() => app.In(async (PortalDb db) =>
    {
        db.RemoveRange(await db.ReturnAnswers.Where(a => a.ReturnId == id).OrderBy(a => a.Id).Take(1).ToListAsync());
        await db.SaveAsync(Lead, "Prepared a test", default);
    });
}
