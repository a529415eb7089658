using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Admin.Audit;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed class EditingSomeoneShared : InASmallBorough
{
    private static readonly EphemeralDataProtectionProvider Keys = new();
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
    public async Task A_new_address_is_confirmed_by_who_reads_it_and_the_answer_is_the_same_whether_or_not_it_is_known()
    {
        var own = await Borough.HasAsync(Database, "Ben Okafor", Borough.Officer);
        await Borough.HasAsync(Database, "Cy Elsewhere", Borough.Reception, Borough.Clinic, email: "cy@clinic.example");
        await Borough.HasAsync(Database, "Dee Here", Borough.Officer, email: "dee@homes.example");
        async Task<string?> AskAsync(string address)
        {
            await using var db = Database.Open();
            var version = (await db.Staff.SingleAsync(s => s.Id == own.Id)).Version;
            return await Edit(db).RunAsync(Borough.Lead, own.Id, "Ben Okafor", address, version, default);
        }
        foreach (var address in new[] { "cy@clinic.example", "nobody@clinic.example" })
        {
            Assert.Equal(address, await AskAsync(address.ToUpperInvariant()));
            await using var db = Database.Open();
            Assert.NotEqual(address, (await db.Staff.SingleAsync(s => s.Id == own.Id)).Email);
            Assert.Equal("Is this your address?", (await db.Outbox.SingleAsync(m => m.ToAddress == address)).Subject);
        }
        var no = await Assert.ThrowsAsync<Refused>(() => AskAsync("dee@homes.example"));
        Assert.Equal("Somebody else has this email address already. Check it with the person", no.Message);

        await using var last = Database.Open();
        var wanted = Addresses(last);
        var person = await last.Staff.SingleAsync(s => s.Id == own.Id);
        var (free, taken) = (wanted.CodeFor(person, "nobody@clinic.example"), wanted.CodeFor(person, "cy@clinic.example"));
        last.Entry(person).Property(p => p.Name).IsModified = true;
        await last.SaveAsync(Borough.Lead, "Asked", default);
        Assert.StartsWith("This address is on another record already", (await Assert.ThrowsAsync<Refused>(
            () => new ConfirmAddress(last, wanted).RunAsync(taken, default))).Message, StringComparison.Ordinal);
        await new ConfirmAddress(last, wanted).RunAsync(free, default);
        Assert.Equal("nobody@clinic.example", (await last.Staff.SingleAsync(s => s.Id == own.Id)).Email);
        Assert.Null(await wanted.RunAsync(free, default));
        Assert.Null(await wanted.RunAsync("guessed", default));
    }

    private WantedAddress Addresses(PortalDb db) => new(db, Keys, Database.Clock);

    private EditPerson Edit(PortalDb db) => new(db, Database.Clock, Addresses(db));

    private async Task<string> RefusedAsync(Viewer viewer, string name) =>
        (await Assert.ThrowsAsync<Refused>(() => EditAsync(viewer, name))).Message;

    private async Task EditAsync(Viewer viewer, string name)
    {
        await using var db = Database.Open();
        await Edit(db).RunAsync(viewer, asha.Id, name, asha.Email, 0, default);
    }
}
