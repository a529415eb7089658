using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.Jobs;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed class JoiningMovingAndLeaving : IAsyncLifetime
{
    private TestDatabase database = null!;
    private SmallBorough borough = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        borough = await SmallBorough.InAsync(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Someone_new_gets_a_job_whose_title_waits_to_be_mapped()
    {
        var added = await AddAsync(new(
            "Asha Rahman", "Asha@Homes.example", "  Night   warden ", "H-1", database.Clock.Today.AddDays(-3), null));

        await using var db = database.Open();
        Assert.Equal(Identified.Stranger, added.How);
        Assert.Equal("asha@homes.example", (await db.Staff.SingleAsync()).Email);
        var title = await db.JobTitles.SingleAsync();
        Assert.Equal(("Night warden", null), (title.Title, title.JobRoleId));
    }

    [Fact]
    public async Task A_title_is_the_same_whatever_its_case()
    {
        await borough.HasAsync(database, "Bo First", borough.Officer);
        await AddAsync(new("Asha Rahman", null, "HOUSING  officer", null, null, null));
        await using var db = database.Open();
        Assert.Equal(1, await db.JobTitles.CountAsync());
    }

    [Fact]
    public async Task Someone_from_another_agency_is_asked_for_when_name_and_address_agree()
    {
        await borough.HasAsync(database, "Asha Rahman", borough.Reception, borough.Clinic, email: "asha@nhs.example");
        var added = await AddAsync(new("asha rahman", "ASHA@nhs.example", "Housing officer", null, null, null));
        Assert.Equal(new AddStaff.Added(null, Identified.KnownElsewhere), added);
    }

    [Fact]
    public async Task An_address_with_another_name_is_refused_without_saying_whose_it_is()
    {
        await borough.HasAsync(database, "Asha Rahman", borough.Reception, borough.Clinic, email: "asha@nhs.example");
        var no = await RefusedAsync(new("Zoe Nosy", "asha@nhs.example", "Housing officer", null, null, null));
        Assert.Equal("Email", no.Field);
        Assert.DoesNotContain("Asha", no.Message);
        Assert.DoesNotContain("Clinic", no.Message);
    }

    [Fact]
    public async Task Someone_who_works_here_already_is_not_added_twice()
    {
        await borough.HasAsync(database, "Asha Rahman", borough.Reception, email: "asha@homes.example");
        var no = await RefusedAsync(new("Asha Rahman", "asha@homes.example", "Housing officer", null, null, null));
        Assert.StartsWith("Someone at your agency already has this email address", no.Message);
    }

    [Theory]
    [InlineData(400, "Start date must be within the next 12 months")]
    [InlineData(-30000, "Start date must be after 1 January 1950")]
    public async Task A_start_date_must_be_sane(int days, string sentence) =>
        Assert.Equal(
            sentence, (await RefusedAsync(new("Asha Rahman", null, "Officer", null, database.Clock.Today.AddDays(days), null))).Message);

    [Fact]
    public async Task Nobody_is_their_own_line_manager()
    {
        Assert.Equal(
            "A person cannot be their own line manager",
            (await RefusedAsync(new("Asha Rahman", "a@homes.example", "Officer", null, null, "A@homes.example"))).Message);
        var asha = await borough.HasAsync(database, "Asha Rahman", borough.Reception, email: "a@homes.example");
        await using var db = database.Open();
        var post = await db.Posts.SingleAsync(p => p.StaffId == asha.Id);
        var no = await Assert.ThrowsAsync<Refused>(() => new EditJob(db, database.Clock).RunAsync(
            borough.Lead, post.Id, new("Receptionist", null, null, "a@homes.example"), 0, default));
        Assert.Equal("A person cannot be their own line manager", no.Message);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(5)]
    public async Task Nobody_reports_to_someone_who_reports_to_them(int steps)
    {
        var head = await borough.HasAsync(database, "Ada Head", borough.Reception, email: "ada@homes.example");
        var last = head;
        for (var step = 1; step <= steps; step++)
            last = await borough.HasAsync(database, $"Person {step}", borough.Reception, email: $"p{step}@homes.example", manager: last);

        await using var db = database.Open();
        var post = await db.Posts.SingleAsync(p => p.StaffId == head.Id);
        var no = await Assert.ThrowsAsync<Refused>(() => new EditJob(db, database.Clock).RunAsync(
            borough.Lead, post.Id, new("Receptionist", null, null, last.Email), 0, default));
        Assert.Equal(
            ($"Person {steps} reports to this person, directly or through others, so cannot be their line manager", "Manager"),
            (no.Message, no.Field));
    }

    [Fact]
    public async Task A_circle_that_is_there_already_does_not_stop_others()
    {
        var ada = await borough.HasAsync(database, "Ada Head", borough.Reception, email: "ada@homes.example");
        var ben = await borough.HasAsync(database, "Ben Head", borough.Reception, email: "ben@homes.example", manager: ada);
        await using (var db = database.Open())
        {
            (await db.Posts.SingleAsync(p => p.StaffId == ada.Id)).ReportTo(ben.Id);
            await db.SaveAsync(borough.Lead, "Made a circle", default);
        }
        Assert.Equal(Identified.Stranger, (await AddAsync(new("Cy New", null, "Officer", null, null, "ada@homes.example"))).How);
    }

    [Fact]
    public async Task A_line_manager_works_at_the_same_agency()
    {
        await borough.HasAsync(database, "Cy Elsewhere", borough.Reception, borough.Clinic, email: "cy@nhs.example");
        Assert.Equal("Manager", (await RefusedAsync(new("Asha Rahman", null, "Officer", null, null, "cy@nhs.example"))).Field);
    }

    [Fact]
    public async Task Leaving_ends_the_agencys_view_and_coming_back_begins_it_again()
    {
        var asha = await borough.HasAsync(database, "Asha Rahman", borough.Officer, started: new(2024, 1, 8));
        await borough.TrainedAsync(database, asha, 1, new(2026, 1, 1));
        await using (var db = database.Open())
            await new LeaveJob(db, database.Clock).RunAsync(
                borough.Lead, (await db.Posts.SingleAsync()).Id, database.Clock.Today, 0, default);
        Assert.Null(await ViewAsync(borough.Lead, asha));

        await using (var db = database.Open())
        {
            Assert.Equal(
                "Asha Rahman", (await new LeaverList(db, database.Clock).RunAsync(borough.Lead, "asha", 1, default)).Rows.Single().Name);
            await new AddJob(db, database.Clock).RunAsync(
                borough.Lead, asha.Id, new("Housing officer", null, database.Clock.Today, null), default);
        }
        var back = await ViewAsync(borough.Lead, asha);
        Assert.Equal(2, back!.Jobs.Count);
        Assert.Single(back.Records);
    }

    [Fact]
    public async Task A_form_opened_before_someone_else_saved_is_refused()
    {
        var asha = await borough.HasAsync(database, "Asha Rahman", borough.Officer);
        await using var db = database.Open();
        await Edit(db).RunAsync(borough.Lead, asha.Id, "Asha Khan", null, 0, default);
        var no = await Assert.ThrowsAsync<Refused>(() => Edit(db).RunAsync(
            borough.Lead, asha.Id, "Asha Lee", null, 0, default));
        Assert.StartsWith("Someone changed this while you were looking", no.Message);
    }

    [Fact]
    public async Task Another_agency_changes_nothing()
    {
        var asha = await borough.HasAsync(database, "Asha Rahman", borough.Officer);
        await using var db = database.Open();
        var post = await db.Posts.SingleAsync();
        await Assert.ThrowsAsync<Refused>(() => Edit(db).RunAsync(
            borough.OtherLead, asha.Id, "X", null, 0, default));
        await Assert.ThrowsAsync<Refused>(() => new EditJob(db, database.Clock).RunAsync(
            borough.OtherLead, post.Id, new("X", null, null, null), 0, default));
        await Assert.ThrowsAsync<Refused>(() => new LeaveJob(db, database.Clock).RunAsync(
            borough.OtherLead, post.Id, database.Clock.Today, 0, default));
        await Assert.ThrowsAsync<Refused>(() => new AddJob(db, database.Clock).RunAsync(
            borough.OtherLead, asha.Id, new("X", null, null, null), default));
        await Assert.ThrowsAsync<Refused>(() => new AddStaff(db, database.Clock).RunAsync(
            borough.Commissioner, new("X", null, "Y", null, null, null), default));
    }

    private async Task<AddStaff.Added> AddAsync(AddStaff.Entry entry)
    {
        await using var db = database.Open();
        return await new AddStaff(db, database.Clock).RunAsync(borough.Lead, entry, default);
    }

    private Task<Refused> RefusedAsync(AddStaff.Entry entry) => Assert.ThrowsAsync<Refused>(() => AddAsync(entry));

    private async Task<PersonView.Details?> ViewAsync(Viewer viewer, StaffMember person)
    {
        await using var db = database.Open();
        return await new PersonView(db, database.Clock).RunAsync(viewer, person.Id, default);
    }

    private EditPerson Edit(PortalDb db) =>
        new(db, database.Clock, new(db, new EphemeralDataProtectionProvider(), database.Clock));
}
