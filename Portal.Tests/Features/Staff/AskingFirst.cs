using Microsoft.EntityFrameworkCore;
using Portal.Features.Staff.Jobs;
using Portal.Features.Staff.People;
using Portal.Features.Staff.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed class AskingFirst : AskingForSomeone
{
    [Fact]
    public async Task Opens_nothing_before_someone_agrees_and_the_record_afterwards()
    {
        await AskAsync();
        Assert.Null(await SeenByHomesAsync());
        Assert.Equal(0, await PostsAtHomesAsync());

        await AnswerAsync(Clinic, agree: true);
        Assert.Equal((1, 1), ((await SeenByHomesAsync())!.Jobs.Count, (await SeenByHomesAsync())!.Records.Count));
        var no = await Assert.ThrowsAsync<Refused>(() => AnswerAsync(Borough.Commissioner, agree: false));
        Assert.Equal("This request is already agreed", no.Message);
    }

    [Fact]
    public async Task Asking_again_while_one_waits_writes_nothing()
    {
        await AskAsync();
        Assert.StartsWith("Your agency has asked for this person already", (await Assert.ThrowsAsync<Refused>(AskAsync)).Message);
        await using var db = Database.Open();
        Assert.Equal((1, 2), (await db.PostRequests.CountAsync(), await db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task The_person_and_the_other_lead_are_told_when_asked_and_whoever_asked_when_answered()
    {
        await AskAsync();
        await using var db = Database.Open();
        var mail = await db.Outbox.OrderBy(m => m.ToAddress).Select(m => new { m.ToAddress, m.Subject, m.Text, m.IsPrivate }).ToListAsync();
        Assert.Equal(["lena.learner@brambleford.example", Nikhil.Email], mail.Select(m => m.ToAddress));
        Assert.Equal(["A question about a staff list", "A question for you"], mail.Select(m => m.Subject));
        Assert.Equal([false, true], mail.Select(m => m.IsPrivate));
        Assert.DoesNotContain("Nikhil", mail[0].Text, StringComparison.Ordinal);

        await AnswerByLinkAsync(await CodeAsync(), agree: false);
        var answer = await db.Outbox.SingleAsync(m => m.ToAddress == Borough.Tess.Email);
        Assert.Contains("nikhil bello has not been added", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Clinic", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_side_reads_its_own_line_and_neither_who_answered_nor_where()
    {
        await AskAsync();
        await AnswerAsync(Clinic, agree: false);
        string[] lines =
        [
            "Asked for nikhil bello to be added to the staff of Brambleford Homes",
            "Declined that nikhil bello is added to the staff of Brambleford Homes",
        ];
        var (homes, clinic) = (await LinesAsync(Borough.Homes), await LinesAsync(Borough.Clinic));
        Assert.Equal(lines, homes.Select(e => e.What).TakeLast(2));
        Assert.Equal(lines, clinic.Select(e => e.What).TakeLast(2));
        Assert.Equal(("Someone who may answer", null, Role.System), (homes[^1].Actor, homes[^1].UserId, homes[^1].Role));
        Assert.Equal(Borough.Lena.Name, clinic[^1].Actor);
        await using var db = Database.Open();
        var read = homes.Select(e => e.Id).ToList();
        Assert.False(await db.AuditChanges.AnyAsync(c => read.Contains(c.EntryId) && c.Field == nameof(PostRequest.DecidedBy)));
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.PartOf == null && e.What.StartsWith("Declined that")));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_comes_back_is_asked_when_another_agency_has_had_them_since(bool elsewhere)
    {
        var asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Officer, email: "asha@homes.example");
        if (elsewhere) await Borough.AlsoAtAsync(Database, asha, Borough.Clinic);
        await using var db = Database.Open();
        (await db.Posts.SingleAsync(p => p.StaffId == asha.Id && p.AgencyId == Borough.Homes.Id)).Leave(new(2026, 1, 1));
        await db.SaveAsync(Borough.Lead, "Left", default);
        var back = new AddJob.Entry("Housing officer", null, null, null);
        Assert.Equal(!elsewhere, await new AddJob(db, Database.Clock).RunAsync(Borough.Lead, asha.Id, back, default));
        Assert.Equal(elsewhere ? 1 : 0, await db.PostRequests.CountAsync());
        Assert.Equal(!elsewhere, await new PersonView(db, Database.Clock).RunAsync(Borough.Lead, asha.Id, default) is not null);
    }

    [Fact]
    public async Task A_person_whom_nobody_has_on_a_list_is_not_for_whoever_comes_first()
    {
        await using (var db = Database.Open())
        {
            await db.Posts.Where(p => p.StaffId == Nikhil.Id).ExecuteDeleteAsync();
        }
        await AskAsync();
        Assert.Null(await SeenByHomesAsync());
        Assert.Equal("help@brambleford.example", await MailToSupportAsync());
    }

    [Fact]
    public async Task Withdrawing_ends_the_link()
    {
        await AskAsync();
        var code = await CodeAsync();
        await using (var db = Database.Open())
        {
            var id = await db.PostRequests.Select(r => r.Id).SingleAsync();
            await Assert.ThrowsAsync<Refused>(() => new WithdrawPostRequest(db, Database.Clock).RunAsync(Clinic, id, default));
            await new WithdrawPostRequest(db, Database.Clock).RunAsync(Borough.Lead, id, default);
        }
        await Assert.ThrowsAsync<Refused>(() => AnswerByLinkAsync(code, agree: true));
        Assert.Equal(0, await PostsAtHomesAsync());
    }
}
