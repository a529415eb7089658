using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Admin;
using Portal.Features.Admin.Audit;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Data;

public sealed class KeepingTheAudit : InASmallBorough
{
    [Fact]
    public async Task Cannot_be_avoided_by_saving_some_other_way()
    {
        await using var db = Database.Open();
        db.Add(new JobRole { PartnershipId = Borough.Partnership.Id, Code = "X", Title = "X", AgencyType = AgencyType.Housing });

        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveOwnHistoryAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Tells_who_did_what_and_what_each_field_was_and_became()
    {
        await RenameAsync("Brambleford Homes Trust");

        var row = Assert.Single((await ListAsync(Borough.Commissioner, new(Words: "RENAMED"))).Rows);
        Assert.Equal(
            (Borough.Commissioner.Name, Role.Commissioner, "Renamed an agency", "Brambleford Homes Trust"),
            (row.Actor, row.Role, row.What, row.Agency));
        Assert.Equal(
            new AuditList.Change("Agency", Borough.Homes.Id.Value, "Name", "Brambleford Homes", "Brambleford Homes Trust"),
            Assert.Single(row.Changes));
    }

    [Fact]
    public async Task Never_repeats_a_secret()
    {
        await using (var db = Database.Open())
        {
            var user = await db.Users.SingleAsync(u => u.Id == Borough.Tess.Id);
            (user.PasswordHash, user.SecurityStamp, user.Name) = ("hash-of-a-secret", "stamp-of-a-secret", "Tess Leader");
            await db.SaveAsync(Borough.Commissioner, "Changed a password", CancellationToken.None);
        }
        await using var after = Database.Open();

        Assert.False(await after.AuditChanges.AnyAsync(c => c.New!.Contains("-of-a-secret") || c.Old!.Contains("-of-a-secret")));
        Assert.True(await after.AuditChanges.AnyAsync(c => c.New == "Tess Leader"));
    }

    [Fact]
    public async Task Shows_a_training_lead_the_own_agency_alone()
    {
        await RenameAsync("Brambleford Homes Trust");

        Assert.Equal(1, (await ListAsync(Borough.Lead, new(Words: "renamed"))).Total);
        Assert.Equal(0, (await ListAsync(Borough.OtherLead, new(Words: "renamed"))).Total);
        Assert.Equal(0, (await ListAsync(Borough.Executive, new(Words: "renamed"))).Total);
    }

    [Fact]
    public async Task Gives_each_agency_that_a_save_concerns_its_own_fields_and_the_partnership_the_whole_once()
    {
        await using (var db = Database.Open())
        {
            foreach (var agency in await db.Agencies.ToListAsync()) agency.Name = $"{agency.Name} renamed";
            (await db.JobRoles.SingleAsync(r => r.Id == Borough.Reception.Id)).Title = "Front desk renamed";
            await db.SaveAsync(Borough.Commissioner, "Renamed everything", CancellationToken.None);
        }
        async Task<AuditList.Row> ReadBy(Viewer viewer) => Assert.Single((await ListAsync(viewer, new(Words: "renamed everything"))).Rows);
        static string?[] Became(AuditList.Row row) => [.. row.Changes.Select(c => c.New).Order()];

        Assert.Equal(["Brambleford Homes renamed"], Became(await ReadBy(Borough.Lead)));
        Assert.Equal(["Brook Lane Clinic renamed"], Became(await ReadBy(Borough.OtherLead)));
        var whole = await ReadBy(Borough.Commissioner);
        Assert.Equal(["Brambleford Homes renamed", "Brook Lane Clinic renamed", "Front desk renamed"], Became(whole));
        Assert.Equal("concerns 2 agencies", whole.Concerned);
    }

    [Fact]
    public async Task Files_the_opening_of_a_cycle_under_each_agency_that_it_asks()
    {
        await new ReturnDesk(Database, Borough).Opened();
        foreach (var lead in new[] { Borough.Lead, Borough.OtherLead })
            Assert.Equal(1, (await ListAsync(lead, new(Words: "opened the cycle"))).Total);
        var whole = Assert.Single((await ListAsync(Borough.Commissioner, new(Words: "opened the cycle"))).Rows);
        Assert.Equal("concerns 2 agencies", whole.Concerned);
    }

    [Fact]
    public async Task Tells_every_agency_where_a_person_is_in_post_of_what_is_recorded_about_them_and_none_that_they_left()
    {
        var asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Officer);
        await Borough.AlsoAtAsync(Database, asha, Borough.Clinic);
        await Borough.TrainedAsync(Database, asha, 1, new(2026, 1, 5));
        foreach (var lead in new[] { Borough.Lead, Borough.OtherLead })
            Assert.Equal(1, (await ListAsync(lead, new(Words: "trained someone"))).Total);

        await using (var db = Database.Open())
        {
            (await db.Posts.SingleAsync(p => p.StaffId == asha.Id && p.AgencyId == Borough.Homes.Id)).Leave(Database.Clock.Today);
            await db.SaveAsync(Borough.Lead, "Left", CancellationToken.None);
        }
        await Borough.TrainedAsync(Database, asha, 2, new(2026, 1, 6));
        Assert.Equal(1, (await ListAsync(Borough.Lead, new(Words: "trained someone"))).Total);
        Assert.Equal(2, (await ListAsync(Borough.OtherLead, new(Words: "trained someone"))).Total);
        Assert.Equal(2, (await ListAsync(Borough.Commissioner, new(Words: "trained someone"))).Total);
    }

    [Fact]
    public async Task Is_found_by_person_day_and_kind()
    {
        await RenameAsync("Brambleford Homes Trust");
        var today = Database.Clock.Today;
        foreach (var (filter, found) in new (AuditList.Filter, int)[]
        {
            (new(Person: "cora"), 1), (new(Person: "nobody"), 0), (new(Person: "cora", Kind: "Agency"), 1),
            (new(Person: "cora", Kind: "Level"), 0),
            (new(Person: "cora", From: today, To: today), 1), (new(Person: "cora", From: today.AddDays(1)), 0),
            (new(Person: "cora", To: today.AddDays(-1)), 0),
        })
            Assert.Equal(found, (await ListAsync(Borough.Commissioner, filter)).Total);
    }

    [Fact]
    public async Task Gives_every_field_to_a_file_while_it_is_read()
    {
        await RenameAsync("=1+1");
        await using var db = Database.Open();
        var rows = await new AuditList(db).AllAsync(Borough.Commissioner, new(Words: "renamed")).ToListAsync();
        Assert.Equal("=1+1", Assert.Single(rows).Change?.New);
    }

    [Fact]
    public async Task Ends_after_six_years_and_the_text_of_a_message_after_ninety_days_or_one()
    {
        await using (var db = Database.Open())
        {
            db.Enqueue(new TestMail("asha@example.org", "one"));
            db.Enqueue(new TestMail("asha@example.org", "private") { IsPrivate = true });
            await db.SaveAsync(Borough.Commissioner, "Wrote", CancellationToken.None);
            foreach (var mail in await db.Outbox.ToListAsync()) mail.Sent(Database.Time.Now);
            await db.SaveOwnHistoryAsync(CancellationToken.None);
        }
        Assert.Null(await PruneAsync());
        Database.Time.Advance(TimeSpan.FromDays(2));
        Assert.StartsWith("Removed the text of 1 message,", await PruneAsync());
        Database.Time.Advance(TimeSpan.FromDays(90));
        Assert.StartsWith("Removed the text of 1 message,", await PruneAsync());
        Database.Time.Advance(TimeSpan.FromDays(365.25 * 6));
        Assert.Contains("2 entries of the audit", await PruneAsync());

        await using var after = Database.Open();
        Assert.All(await after.Outbox.ToListAsync(), mail => Assert.Equal(("", "", MailState.Sent), (mail.Text, mail.Html, mail.State)));
        Assert.False(await after.AuditEntries.AnyAsync() || await after.AuditChanges.AnyAsync());
    }

    private async Task<string?> PruneAsync()
    {
        await using var db = Database.Open();
        return await new PruneHistoryJob(db, Database.Clock).RunAsync(CancellationToken.None);
    }

    private async Task RenameAsync(string name)
    {
        await using var db = Database.Open();
        (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).Name = name;
        await db.SaveAsync(Borough.Commissioner, "Renamed an agency", CancellationToken.None);
    }

    private async Task<Page<AuditList.Row>> ListAsync(Viewer viewer, AuditList.Filter filter)
    {
        await using var db = Database.Open();
        return await new AuditList(db).RunAsync(viewer, filter, 1, CancellationToken.None);
    }
}
