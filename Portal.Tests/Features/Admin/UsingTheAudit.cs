using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Admin;

/// <summary>The audit reads as sentences, and no page of it is endless.</summary>
public sealed class UsingTheAudit : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        commissioner = await app.SignedInAs(Role.Commissioner);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_meeting_is_named_by_whose_it_is_and_its_day()
    {
        var add = await commissioner.Open("/Meetings/Add");
        var body = await app.In((PortalDb db) => db.Bodies.OrderBy(b => b.Name).Select(b => new { b.Name, b.ShortName }).FirstAsync());
        await add.Choose("Who is meeting", body.Name).Fill("Date of the meeting", new DateOnly(2027, 3, 12)).Fill("Time it starts", "14:00")
            .Press("Add the meeting");
        var audit = (await commissioner.Open("/Admin/Audit")).Shows($"Added a meeting of {body.ShortName} on 12 March 2027");
        Assert.DoesNotContain(audit.All("dt"), d => d.TextContent is "Partnership");
        Assert.DoesNotContain(audit.All("ins"), i => i.TextContent.Contains("record ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_said_of_what_the_portal_keeps_for_itself()
    {
        await app.In(async (PortalDb db) =>
        {
            var user = await db.Users.SingleAsync(u => u.Email == DemoPeople.Email[Role.Learner]);
            (user.Email, user.NormalizedEmail, user.AccessFailedCount) = ("new@brambleford.example", "NEW@BRAMBLEFORD.EXAMPLE", 3);
            await db.SaveAsync(Viewer.System((await db.Partnerships.FirstAsync()).Id), "Changed an address", default);
        });
        var audit = await commissioner.Open("/Admin/Audit?Words=changed+an+address");
        audit.Shows("1 field changed").DoesNotShow("ormalized", "failed");
        Assert.Equal(["Email"], audit.All("dt").Select(d => d.TextContent.Trim()));
        var file = await commissioner.Fetch("/Admin/Audit/Export?Words=changed+an+address");
        Assert.Contains("Access failed count", Encoding.UTF8.GetString(file.Bytes));
    }

    [Fact]
    public async Task A_very_long_entry_comes_in_pages()
    {
        var id = await app.In((PortalDb db) => db.AuditEntries.Where(e => e.What.StartsWith("Loaded the framework") && e.PartOf == null)
            .OrderBy(e => e.Id).Select(e => e.Id).FirstAsync());
        var rows = await app.In((PortalDb db) => db.AuditChanges.Where(c => c.EntryId == id && c.Field != "PartnershipId")
            .Select(c => new { c.Entity, c.EntityId }).Distinct().CountAsync());
        var first = await commissioner.Open($"/Admin/Audit/{id}");
        first.Shows($"of {Words.Count(rows, "record")}");
        Assert.Equal(Page<int>.Size, first.All(".app-changes").Count);
        var last = await commissioner.Open($"/Admin/Audit/{id}?page=999");
        Assert.Equal((rows - 1) % Page<int>.Size + 1, last.All(".app-changes").Count);
    }
}
