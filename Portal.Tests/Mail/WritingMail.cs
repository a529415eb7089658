using Microsoft.EntityFrameworkCore;
using Portal.Data.Outbox;
using Portal.Mail;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

public sealed class WritingMail : InASmallBorough
{
    [Fact]
    public async Task Says_the_same_in_plain_text_as_in_HTML()
    {
        var mail = await WriteAsync(new TestMail("asha@example.org", "one"));

        Assert.Equal("""
            Training portal

            Hello Asha Rahman, the paper is ready – £1,200 & more.

            - 7 agencies
            - 2 flags

            Meeting: 2 December 2026
            Edition: 14

            Read the report:
            http://localhost:5080/Reports?a=1&b=2

            The training portal sent this message by itself. A reply reaches [Cora]. Your portal is at http://localhost:5080

            """.ReplaceLineEndings("\n")
            .Replace("[Cora]", $"{Borough.Cora.Name} ({Borough.Cora.Email})", StringComparison.Ordinal), mail.Text);
        Assert.Contains("href=\"http://localhost:5080/Reports?a=1&amp;b=2\"", mail.Html);
        Assert.StartsWith("<!DOCTYPE html>", mail.Html);
    }

    [Fact]
    public async Task Cannot_be_made_to_carry_markup_of_a_name()
    {
        var mail = await WriteAsync(new TestMail("asha@example.org", "one", ToName: "<b>Asha</b>"));

        Assert.Contains("&lt;b&gt;Asha&lt;/b&gt;", mail.Html);
        Assert.Contains("Hello <b>Asha</b>,", mail.Text);
    }

    [Fact]
    public async Task Happens_once_for_each_key()
    {
        await WriteAsync(new TestMail("asha@example.org", "edition/14"));
        await WriteAsync(new TestMail("asha@example.org", "edition/14", "Again"));
        await using var db = Database.Open();

        Assert.Equal("Papers for the meeting", (await db.Outbox.SingleAsync()).Subject);
    }

    [Fact]
    public async Task Happens_once_for_each_key_when_eight_write_at_once_and_the_rest_of_each_save_is_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            await using var db = Database.Open();
            db.Add(new JobRole
            {
                PartnershipId = Borough.Partnership.Id, Code = $"NEW{number}", Title = "Role", AgencyType = AgencyType.Housing
            });
            foreach (var recipient in Enumerable.Range(0, 5))
                db.Enqueue(new TestMail($"member{recipient}@example.org", $"edition/14/{recipient}"));
            await db.SaveAsync(Borough.Commissioner, "Issued an edition", CancellationToken.None);
        }));
        await using var after = Database.Open();

        Assert.Equal(5, await after.Outbox.CountAsync());
        Assert.Equal(8, await after.JobRoles.CountAsync(r => r.Code.StartsWith("NEW")));
    }

    [Fact]
    public async Task Is_lost_with_the_change_that_caused_it()
    {
        await using var db = Database.Open();
        await Assert.ThrowsAsync<Refused>(() => db.TransactAsync(Borough.Commissioner, "Tried", () =>
        {
            db.Enqueue(new TestMail("asha@example.org", "one"));
            throw new Refused("No");
        }, CancellationToken.None));
        await using var after = Database.Open();

        Assert.False(await after.Outbox.AnyAsync());
    }

    [Theory, InlineData(1, 48, 72), InlineData(2, 96, 144), InlineData(5, 768, 1152), InlineData(40, 14400, 21600)]
    public void Waits_longer_after_each_refusal_up_to_six_hours_and_never_in_step(int attempts, int fromSeconds, int toSeconds)
    {
        Assert.Equal(fromSeconds, Retry.After(attempts, 0).TotalSeconds, precision: 3);
        Assert.Equal(toSeconds, Retry.After(attempts, 1).TotalSeconds, precision: 3);
    }

    private async Task<OutboxMail> WriteAsync(IMail mail)
    {
        await using var db = Database.Open();
        db.Enqueue(mail);
        await db.SaveAsync(Borough.Commissioner, "Wrote", CancellationToken.None);
        return await db.Outbox.SingleAsync();
    }
}
