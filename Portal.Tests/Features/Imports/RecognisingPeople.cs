using Microsoft.EntityFrameworkCore;
using Portal.Features.Staff.Jobs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>Whom a row of a staff list is about, and what may be written on them.</summary>
public sealed class RecognisingPeople : InASmallBorough
{
    private const string Head = "Employee number,Name,Work email,Job title,Start date,Leaving date,Line manager\n";
    private ImportDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
    }

    [Fact]
    public async Task The_number_of_someone_who_left_makes_a_new_person()
    {
        await Applied("7,Cy Dale,cy@homes.example,Receptionist,1/2/2020,,");
        await Left("7", Database.Clock.Today.AddDays(-30));
        await Applied("7,Rhian Vaughan,rhian@homes.example,Receptionist,1/11/2026,,");
        await using var db = Database.Open();
        Assert.Equal(["Cy Dale", "Rhian Vaughan"], await db.Staff.OrderBy(s => s.Name).Select(s => s.Name).ToListAsync());
        var rhian = await db.Staff.SingleAsync(s => s.Name == "Rhian Vaughan");
        Assert.Equal(
            ["Rhian Vaughan"],
            await db.Posts.Where(p => p.LeftOn == null && p.EmployeeNumber == "7")
                .Join(db.Staff, p => p.StaffId, s => s.Id, (p, s) => s.Name).ToListAsync());
        Assert.Equal("rhian@homes.example", rhian.Email);
    }

    public static TheoryData<string, string> NotTheSamePerson => new()
    {
        { "7,Zed Quill,zed@homes.example,Receptionist,,,", Identity.OtherNameForNumber },
        { "7,Zed Quill,,Receptionist,,,", Identity.OtherNameForNumber },
        { ",Zed Quill,cy@homes.example,Receptionist,,,", Identity.OtherName },
        { "99,Zed Quill,CY@homes.example,Receptionist,,,", Identity.OtherName },
        { "7,Cy Dale,di@homes.example,Receptionist,,,", Identity.TwoPeople },
        { ",Zed Quill,nia@clinic.example,Receptionist,,,", Identity.OtherName },
        { "7,Nia Best,nia@clinic.example,Receptionist,,,", Identity.TwoPeople },
        { ",Nia Quill,nia@clinic.example,Receptionist,,,", Identity.OtherName },
    };

    [Theory, MemberData(nameof(NotTheSamePerson))]
    public async Task A_number_or_an_email_alone_does_not_put_a_new_name_on_someone(string row, string sentence)
    {
        await Applied("7,Cy Dale,cy@homes.example,Receptionist,,,\n8,Di Eze,di@homes.example,Receptionist,,,");
        await Borough.HasAsync(Database, "Nia Best", Borough.Reception, Borough.Clinic, "nia@clinic.example");
        var import = await desk.StaffList(Head + row, fullList: true);
        Assert.Equal(
            (sentence, 1, 0),
            (await desk.Problem(import, 2), import.RefusedCount, import.NewCount + import.ChangedCount + import.AskedCount));
    }

    [Theory]
    [InlineData("7,Cy Dale-Brown,,Receptionist,,,", "Cy Dale-Brown")]
    [InlineData(",Cy Brown,cy@homes.example,Receptionist,,,", "Cy Brown")]
    [InlineData("7,Zed Quill,cy@homes.example,Receptionist,,,", "Zed Quill")]
    [InlineData("7,DALE Cÿ,,Receptionist,,,", "DALE Cÿ")]
    public async Task Someone_changes_their_name_when_both_keys_agree_or_half_of_it_stays(string row, string name)
    {
        await Applied("7,Cy Dale,cy@homes.example,Receptionist,,,");
        await Applied(row);
        await using var db = Database.Open();
        Assert.Equal(
            (name, "cy@homes.example"),
            await db.Staff.Select(s => new { s.Name, s.Email }).SingleAsync() is var now ? (now.Name, now.Email) : default);
    }

    [Fact]
    public async Task A_row_is_refused_with_the_row_through_which_alone_it_finds_someone()
    {
        await Applied("7,Cy Dale,cy@homes.example,Receptionist,,,");
        var import = await desk.StaffList(Head
            + "7,Zed Quill,zed@homes.example,Receptionist,,,\n,Zed Quill,zed@homes.example,Housing officer,,,");
        Assert.Equal(
            [Identity.OtherNameForNumber, "The other row of this person is refused. Correct that row too"],
            (await desk.Rows(import)).Select(r => r.Problem));
    }

    [Fact]
    public async Task Someone_of_ours_comes_back_under_the_name_they_have()
    {
        await Applied("7,Siân O’Brien,sian@homes.example,Receptionist,1/2/2020,,");
        await Left("7", Database.Clock.Today.AddDays(-30));
        var import = await desk.StaffList(Head + "12,OBRIEN SIAN,sian@homes.example,Housing officer,,,");
        Assert.Equal(
            (ImportVerdict.New, "Siân O’Brien"),
            Assert.Single(await desk.Rows(import)) is var row ? (row.Verdict, row.Person.Name) : default);
        await desk.Applied(import);
        await using var db = Database.Open();
        Assert.Equal(("Siân O’Brien", 2), (await db.Staff.Select(s => s.Name).SingleAsync(), await db.Posts.CountAsync()));
    }

    [Fact]
    public async Task A_list_of_leavers_with_their_old_numbers_says_nothing_new()
    {
        await Applied("7,Cy Dale,,Receptionist,1/2/2020,,");
        await Left("7", Database.Clock.Today.AddDays(-30));
        var import = await desk.StaffList(Head + $"7,cy dale,,Receptionist,1/2/2020,{Database.Clock.Today.AddDays(-31):dd/MM/yyyy},");
        Assert.Equal((1, 0), (import.UnchangedCount, import.RefusedCount));
    }

    [Fact]
    public async Task A_new_job_under_a_new_name_shows_the_change_and_makes_it_and_is_undone_with_it()
    {
        await Applied("7,Cy Dale,cy@homes.example,Receptionist,,,\n7,Cy Dale,cy@homes.example,Housing officer,,,");
        var import = await desk.StaffList(Head + "7,Cy Brown,cy@homes.example,Caretaker,,,");
        var row = Assert.Single(await desk.Rows(import));
        Assert.Equal((ImportVerdict.New, "Cy Brown", "Cy Dale"), (row.Verdict, row.Person.Name, row.PersonBefore.Name));
        await desk.Applied(import);
        Assert.Equal("Cy Brown", await NameAsync());
        await desk.Undone(import.Id);
        Assert.Equal("Cy Dale", await NameAsync());
        Assert.DoesNotContain(await desk.Rows(import), r => r.Kept is not null);
    }

    [Fact]
    public async Task Rows_of_one_person_give_them_one_name_and_one_email()
    {
        await Applied("7,Siân Dale,,Receptionist,,,\n7,Siân Dale,,Housing officer,,,");
        var import = await desk.StaffList(Head + "7,Sian Dale,,Receptionist,,,\n7,SIÂN DALE,sian@homes.example,Housing officer,,,");
        Assert.Equal(
            [("Sian Dale", "sian@homes.example"), ("Sian Dale", "sian@homes.example")],
            (await desk.Rows(import)).Select(r => (r.Person.Name!, r.Person.Email!)));
        await desk.Applied(import);
        await using var db = Database.Open();
        Assert.Equal(("Sian Dale", "sian@homes.example"), await db.Staff.SingleAsync() is var now ? (now.Name, now.Email) : default);
    }

    [Fact]
    public async Task Jobs_with_numbers_of_their_own_are_one_persons()
    {
        await Applied("7,Cy Dale,,Receptionist,,,");
        await using (var db = Database.Open())
        {
            var cy = await db.Staff.SingleAsync();
            await new AddJob(db, Database.Clock).RunAsync(
                Borough.Lead, cy.Id, new("Housing officer", "8", null, null), CancellationToken.None);
        }
        var import = await desk.StaffList(Head + "7,Cy Dale,,Receptionist,,,\n8,Cy Dale,,Housing officer,,,", fullList: true);
        Assert.Equal((2, 2), (import.UnchangedCount, import.Total));
    }

    [Theory]
    [InlineData("7,Cy Brown,cy@homes.example,Receptionist,,,", true)]
    [InlineData("7,Cy Dale,new@homes.example,Receptionist,,,", true)]
    [InlineData("7,DALE CY,cy@homes.example,Housing officer,,,", false)]
    public async Task Whoever_works_elsewhere_too_keeps_their_name_and_email(string row, bool isRefused)
    {
        await Applied("7,Cy Dale,cy@homes.example,Receptionist,,,");
        await AlsoAtTheClinic("cy@homes.example");
        var import = await desk.StaffList(Head + row, fullList: true);
        Assert.Equal((isRefused ? 1 : 0, isRefused ? 0 : 1, 0), (import.RefusedCount, import.ChangedCount, import.LeaverCount));
        if (isRefused)
            Assert.StartsWith("This person works at another agency too", await desk.Problem(import, 2), StringComparison.Ordinal);
        else await desk.Applied(import);
        await using var db = Database.Open();
        Assert.Equal(("Cy Dale", "cy@homes.example"), await db.Staff.SingleAsync() is var now ? (now.Name, now.Email) : default);
    }

    private async Task<string> NameAsync()
    {
        await using var db = Database.Open();
        return await db.Staff.Select(s => s.Name).SingleAsync();
    }

    private async Task AlsoAtTheClinic(string email)
    {
        await using var db = Database.Open();
        var person = await db.Staff.SingleAsync(s => s.Email == email);
        var title = new JobTitle { PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Clinic.Id, Title = "Nurse" };
        db.AddRange(
            title, new Post
            {
                PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Clinic.Id, StaffId = person.Id, JobTitleId = title.Id
            });
        await db.SaveAsync(Borough.OtherLead, "Employed someone", CancellationToken.None);
    }

    private async Task Left(string number, DateOnly on)
    {
        await using var db = Database.Open();
        (await db.Posts.SingleAsync(p => p.EmployeeNumber == number)).Leave(on);
        await db.SaveAsync(Borough.Lead, "Left", CancellationToken.None);
    }

    private async Task Applied(string rows)
    {
        var import = await desk.Applied(await desk.StaffList(Head + rows));
        Assert.Equal((ImportState.Applied, 0), (import.State, import.RefusedCount));
    }
}
