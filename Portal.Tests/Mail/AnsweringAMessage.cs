using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Mail;
using Portal.Mail.Outgoing;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

/// <summary>What is sent back in answer to a message reaches somebody, and the message says whom.</summary>
public sealed class AnsweringAMessage : InASmallBorough
{
    private const string Contact = "help@brambleford.example";

    [Fact]
    public async Task The_commissioner_or_the_lead_who_did_it()
    {
        foreach (var (viewer, who) in new[]
        {
            (Borough.Commissioner, Borough.Cora), (Borough.Lead, Borough.Tess), (Borough.Executive, Borough.Ed),
        })
            Assert.Equal((who.Email, $"A reply reaches {who.Name} ({who.Email})."), await WriteAsync(viewer));
    }

    [Fact]
    public async Task The_contact_of_the_partnership_for_anybody_else_and_for_the_portal_itself()
    {
        foreach (var viewer in new[]
        {
            Viewer.System(Borough.Partnership.Id), Given.Viewer(Borough.Partnership.Id, Role.Learner, Borough.Lena),
        })
            Assert.Equal((Contact, $"A reply reaches SBP ({Contact})."), await WriteAsync(viewer));
    }

    [Fact]
    public async Task Nobody_while_the_partnership_has_no_contact_that_can_be_reached()
    {
        await using (var db = Database.Open())
            await db.Partnerships.ExecuteUpdateAsync(p => p.SetProperty(x => x.SupportEmail, "training.portal@localhost"));
        Assert.Equal((null, "so a reply reaches nobody."), await WriteAsync(Viewer.System(Borough.Partnership.Id)));
    }

    [Fact]
    public async Task It_leaves_with_the_address_to_answer_to()
    {
        await WriteAsync(Borough.Commissioner);
        await using var db = Database.Open();
        var mail = await db.Outbox.SingleAsync();
        Assert.Equal(Borough.Cora.Email, new MimeWriter(new MailOptions()).Write(mail).ReplyTo.Mailboxes.Single().Address);
    }

    private async Task<(string? ReplyTo, string? Says)> WriteAsync(Viewer viewer)
    {
        await using var db = Database.Open();
        db.Enqueue(new TestMail("asha@example.org", $"{viewer.Role}"));
        await db.SaveAsync(viewer, "Wrote", default);
        var mail = await db.Outbox.OrderByDescending(m => m.Id).FirstAsync();
        var foot = mail.Text.Split("\n\n")[^1].Split(" Your portal")[0];
        return (mail.ReplyTo, foot[foot.IndexOf(mail.ReplyTo is null ? "so a reply" : "A reply", StringComparison.Ordinal)..]);
    }
}
