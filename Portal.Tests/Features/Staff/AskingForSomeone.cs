using Microsoft.EntityFrameworkCore;
using Portal.Data.Audit;
using Portal.Features.Staff.People;
using Portal.Features.Staff.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

/// <summary>Homes asks for Nikhil, who works at the clinic and has been trained there. Tess leads at Homes, Lena at the clinic.</summary>
public abstract class AskingForSomeone : InASmallBorough
{
    protected StaffMember Nikhil { get; private set; } = null!;
    protected Viewer Clinic => Borough.OtherLead with { UserId = Borough.Lena.Id, Name = Borough.Lena.Name };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Nikhil = await Borough.HasAsync(Database, "Nikhil Bello", Borough.Reception, Borough.Clinic, email: "nikhil.bello@clinic.example");
        await Borough.TrainedAsync(Database, Nikhil, 1, new(2026, 1, 5));
        await using var db = Database.Open();
        db.Add(new Membership
        {
            PartnershipId = Borough.Partnership.Id, UserId = Borough.Lena.Id, Role = Role.TrainingLead, AgencyId = Borough.Clinic.Id,
            From = new(2024, 1, 1), CheckedOn = new(2024, 1, 1),
        });
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Made a lead", default);
    }

    protected Task AskAsync() => AskAsync(null, null);

    protected async Task AskAsync(string? number, string? manager)
    {
        await using var db = Database.Open();
        var entry = new AddStaff.Entry("nikhil bello", "NIKHIL.BELLO@clinic.example", "Housing officer", number, null, manager);
        var added = await new AddStaff(db, Database.Clock).RunAsync(Borough.Lead, entry, default);
        Assert.Null(added.Id);
    }

    protected async Task AnswerAsync(Viewer viewer, bool agree)
    {
        await using var db = Database.Open();
        var id = await db.PostRequests.OrderByDescending(r => r.RequestedAt).Select(r => r.Id).FirstAsync();
        await new AnswerPostRequest(db, Database.Clock).RunAsync(viewer, id, agree, default);
    }

    protected async Task AnswerByLinkAsync(string code, bool agree)
    {
        await using var db = Database.Open();
        await new AnswerByLink(db, new AskedOfMe(db, Database.Clock), Database.Clock).RunAsync(code, agree, default);
    }

    protected async Task<string> CodeAsync()
    {
        await using var db = Database.Open();
        var text = await db.Outbox.Where(m => m.ToAddress == Nikhil.Email).Select(m => m.Text).SingleAsync();
        return text.Split("code=")[1][..48];
    }

    protected async Task<string> MailToSupportAsync()
    {
        await using var db = Database.Open();
        return await db.Outbox.Where(m => m.Subject == "A question about a staff list").Select(m => m.ToAddress).SingleAsync();
    }

    protected async Task<PersonView.Details?> SeenByHomesAsync()
    {
        await using var db = Database.Open();
        return await new PersonView(db, Database.Clock).RunAsync(Borough.Lead, Nikhil.Id, default);
    }

    protected async Task<int> PostsAtHomesAsync()
    {
        await using var db = Database.Open();
        return await db.Posts.CountAsync(p => p.StaffId == Nikhil.Id && p.AgencyId == Borough.Homes.Id);
    }

    protected async Task<List<AuditEntry>> LinesAsync(Agency agency)
    {
        await using var db = Database.Open();
        return await db.AuditEntries.Where(e => e.AgencyId == agency.Id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync();
    }
}
