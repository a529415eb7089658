using Microsoft.EntityFrameworkCore;
using Portal.Features.Admin.Audit;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed class EditingSomeoneShared : InASmallBorough
{
    private StaffMember asha = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Officer, email: "asha@homes.example");
        await Borough.AlsoAtAsync(Database, asha, Borough.Clinic);
    }

    [Fact]
    public async Task Is_for_the_commissioner_and_for_neither_agency_alone()
    {
        foreach (var lead in new[] { Borough.Lead, Borough.OtherLead })
            Assert.Contains("Ask the partnership’s commissioner", await RefusedAsync(lead, "Renamed Alone"), StringComparison.Ordinal);
        await EditAsync(Borough.Commissioner, "Asha Khan");
        await using var db = Database.Open();
        Assert.Equal("Asha Khan", (await db.Staff.SingleAsync(s => s.Id == asha.Id)).Name);
    }

    [Fact]
    public async Task Is_read_in_the_audit_of_both_and_once_in_that_of_the_partnership()
    {
        await EditAsync(Borough.Commissioner, "Asha Khan");
        await using var db = Database.Open();
        var entries = await db.AuditEntries.Where(e => e.What == "Changed the details of Asha Khan").ToListAsync();
        Assert.Equal(new HashSet<Id<Agency>?> { null, Borough.Homes.Id, Borough.Clinic.Id }, entries.Select(e => e.AgencyId).ToHashSet());
        foreach (var entry in entries)
        {
            var name = await db.AuditChanges.SingleAsync(c => c.EntryId == entry.Id && c.Field == "Name");
            Assert.Equal(("Asha Rahman", "Asha Khan"), (name.Old, name.New));
        }
        (Viewer, string)[] readers =
            [(Borough.Commissioner, "concerns 2 agencies"), (Borough.Lead, "Brambleford Homes"), (Borough.OtherLead, "Brook Lane Clinic")];
        foreach (var (viewer, concerned) in readers)
        {
            var row = Assert.Single((await new AuditList(db).RunAsync(viewer, new(Words: "asha khan"), 1, default)).Rows);
            Assert.Equal((concerned, Borough.Cora.Name), (row.Concerned, row.Actor));
        }
    }

    [Fact]
    public async Task Ends_with_the_second_job()
    {
        await using (var db = Database.Open())
        {
            (await db.Posts.SingleAsync(p => p.StaffId == asha.Id && p.AgencyId == Borough.Clinic.Id)).Leave(Database.Clock.Today);
            await db.SaveAsync(Borough.OtherLead, "Left", default);
        }
        Assert.StartsWith(
            "The agency that this person works for", await RefusedAsync(Borough.Commissioner, "Asha Khan"), StringComparison.Ordinal);
        await EditAsync(Borough.Lead, "Asha Khan");
    }

    [Fact]
    public async Task A_refused_address_says_nothing_of_whose_it_is()
    {
        var own = await Borough.HasAsync(Database, "Ben Okafor", Borough.Officer);
        await Borough.HasAsync(Database, "Cy Elsewhere", Borough.Reception, Borough.Clinic, email: "cy@clinic.example");
        await Borough.HasAsync(Database, "Dee Here", Borough.Officer, email: "dee@homes.example");
        await using var db = Database.Open();
        foreach (var address in new[] { "CY@clinic.example", "dee@homes.example" })
        {
            var edit = new EditPerson(db, Database.Clock);
            var no = await Assert.ThrowsAsync<Refused>(() => edit.RunAsync(Borough.Lead, own.Id, "Ben Okafor", address, 0, default));
            Assert.Equal(
                "This email address cannot be used here. Check it with the person, or ask the partnership’s commissioner", no.Message);
        }
    }

    private async Task<string> RefusedAsync(Viewer viewer, string name) =>
        (await Assert.ThrowsAsync<Refused>(() => EditAsync(viewer, name))).Message;

    private async Task EditAsync(Viewer viewer, string name)
    {
        await using var db = Database.Open();
        await new EditPerson(db, Database.Clock).RunAsync(viewer, asha.Id, name, asha.Email, 0, default);
    }
}
