using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

public sealed partial class ComparingAStaffList : IAsyncLifetime
{
    private const string Head = "Employee number,Name,Work email,Job title,Start date,Leaving date,Line manager\n";
    private TestDatabase database = null!;
    private SmallBorough borough = null!;
    private ImportDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        borough = await SmallBorough.InAsync(database);
        desk = new(database, borough.Lead);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    public static TheoryData<string, string> Refusals => new()
    {
        { ",Asha Rahman,,Receptionist,,,\n,asha RAHMAN,,Receptionist,,,", "Row 2 already gives Asha Rahman this job title" },
        { "1,,asha@homes.example,Receptionist,,,", "Name is missing" },
        { "1,Asha Rahman,asha@homes.example,,,,", "Job title is missing" },
        { ",Asha Rahman,asha at homes,Receptionist,,,", "Work email “asha at homes” is not an email address, like name@example.org" },
        { "1,Asha Rahman,asha@homes.example,Receptionist,,soon,", "Last day “soon” is not a date. Write it like 31/3/2026" },
        {
            "1.23457E+11,Asha Rahman,,Receptionist,,,",
            "Employee number “1.23457E+11” was rounded by a spreadsheet. Give the whole number, as text"
        },
        { "1,Asha Rahman,asha@homes.example,Receptionist,17/11/2027,,", "Start date must be within the next 12 months" },
        { "1,Asha Rahman,asha@homes.example,Receptionist,31/12/1949,,", "Start date must be after 1 January 1950" },
        { "1,Asha Rahman,asha@homes.example,Receptionist,,30/12/1949,", "Last day must be after 1 January 1950" },
        { "1,Asha Rahman,asha@homes.example,Receptionist,,1/1/2029,", "Last day must be within the next 12 months" },
        { "1,Asha Rahman,asha@homes.example,Receptionist,1/6/2026,1/5/2026,", "Last day must be on or after the start date" },
        {
            "1,Asha Rahman,asha@homes.example,Receptionist,,1/5/2026,",
            "Asha Rahman is not in this job on the staff list, so cannot leave it. Take the row out"
        },
        { $"1,{new string('x', 201)},asha@homes.example,Receptionist,,,", "Name has more than 200 characters. Shorten it" },
        {
            "9,Asha Rahman,ben@homes.example,Receptionist,,,\n9,Asha Rahman,asha@homes.example,Officer,,,",
            "Row 2 has the same employee number with a different work email. Correct one of them"
        },
        {
            "8,Ben Okafor,asha@homes.example,Receptionist,,,\n9,Asha Rahman,asha@homes.example,Officer,,,",
            "Row 2 gives the same work email to Ben Okafor. Each person needs their own"
        },
        {
            "9,Ben Okafor,,Receptionist,,,\n9,Asha Rahman,,Officer,,,",
            "Row 2 gives the same employee number to Ben Okafor. Each person needs their own"
        },
        {
            "9,Asha Rahman,a@homes.example,Receptionist,,,\n9,Asha Rahman,a@homes.example,receptionist ,,,",
            "Row 2 already gives Asha Rahman this job title"
        },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task Refuses_a_row_in_a_sentence(string rows, string sentence)
    {
        var import = await desk.StaffList(Head + rows);
        Assert.Equal(
            (sentence, ImportVerdict.Refused), (await desk.Rows(import)) is [.., var last] ? (last.Problem, last.Verdict) : default);
    }

    [Fact]
    public async Task Refuses_an_e_mail_that_belongs_to_someone_else()
    {
        await Applied("1,Asha Rahman,asha@homes.example,Receptionist,,,\n2,Ben Okafor,ben@homes.example,Receptionist,,,");
        var import = await desk.StaffList(Head + "2,Ben Okafor,asha@homes.example,Receptionist,,,");
        Assert.Equal(
            "Work email belongs to someone other than the person with this employee number. Check both", await desk.Problem(import, 2));
    }

    [Fact]
    public async Task Refuses_two_rows_that_give_one_person_two_addresses()
    {
        await Applied("1,Asha Rahman,asha@homes.example,Receptionist,,,");
        var import = await desk.StaffList(Head
            + "1,Asha Rahman,new@homes.example,Receptionist,,,\n,Asha Rahman,asha@homes.example,Housing officer,,,");
        Assert.Equal("Row 2 is about the same person with a different work email. Correct one of them", await desk.Problem(import, 3));
    }

    [Fact]
    public async Task Tells_new_changed_unchanged_and_leavers_apart()
    {
        await Applied(
            "1,Asha Rahman,asha@homes.example,Receptionist,1/2/2020,,\n2,Ben Okafor,ben@homes.example,Receptionist,,,1\n"
                + "3,Cy Dale,cy@homes.example,Housing officer,,,");
        var import = await desk.StaffList(Head
            + "1,Asha Rahman,asha@homes.example,Receptionist,,,\n2,Ben Okafor-Lee,b.lee@homes.example,Receptionist,,,\n"
            + "3,Cy Dale,cy@homes.example,Housing officer,,16/11/2026,\n4,Di Eze,di@homes.example,MARAC representative,,,2");
        Assert.Equal(
            (1, 1, 1, 1, 0), (import.NewCount, import.ChangedCount, import.UnchangedCount, import.LeaverCount, import.RefusedCount));
        var changed = (await desk.Rows(import))[1];
        Assert.Equal(("Ben Okafor", "ben@homes.example"), (changed.PersonBefore.Name, changed.PersonBefore.Email));
    }

    [Fact]
    public async Task A_row_is_a_job_held_so_two_titles_are_two_posts_of_one_person()
    {
        await Applied("1,Asha Rahman,asha@homes.example,Receptionist,,,\n1,Asha Rahman,asha@homes.example,Housing officer,,,");
        await using var db = database.Open();
        Assert.Equal((1, 2), (await db.Staff.CountAsync(), await db.Posts.CountAsync()));
    }

    [Fact]
    public async Task The_only_post_with_another_title_is_a_change_of_title()
    {
        await Applied("1,Asha Rahman,asha@homes.example,Receptionist,,,");
        var import = await desk.StaffList(Head + "1,Asha Rahman,asha@homes.example,Housing officer,,,");
        Assert.Equal(1, import.ChangedCount);
        await desk.Applied(import);
        await using var db = database.Open();
        var title = await db.Posts.Join(db.JobTitles, p => p.JobTitleId, t => t.Id, (p, t) => t.Title).SingleAsync();
        Assert.Equal("Housing officer", title);
    }

    [Fact]
    public async Task Someone_known_at_another_agency_is_asked_first_and_nothing_is_added()
    {
        var nia = await borough.HasAsync(database, "Nia Best", borough.Reception, borough.Clinic, "nia@both.example");
        await borough.TrainedAsync(database, nia, 1, new(2026, 1, 5));
        var import = await desk.StaffList(Head + "77,nia BEST,nia@both.example,Housing officer,,,");
        var row = Assert.Single(await desk.Rows(import));
        Assert.Equal((ImportVerdict.Asked, nia.Id, false), (row.Verdict, row.StaffId, row.AddsPerson));
        Assert.Null(row.PersonBefore.Name);
        await desk.Applied(import);
        await using var db = database.Open();
        Assert.Equal(["Nia Best"], await db.Staff.Select(s => s.Name).ToListAsync());
        Assert.Equal(borough.Clinic.Id, Assert.Single(await db.Posts.ToListAsync()).AgencyId);
        var request = Assert.Single(await db.PostRequests.ToListAsync());
        Assert.Equal(
            (PostRequestState.Waiting, borough.Homes.Id, nia.Id, import.Id),
            (request.State, request.AgencyId, request.StaffId, request.ImportId));
    }

    [Fact]
    public async Task New_job_titles_are_mapped_only_when_exactly_the_same()
    {
        await Applied("1,Asha Rahman,asha@homes.example,housing  OFFICER,,,\n2,Ben Okafor,ben@homes.example,Senior housing officer,,,");
        await using var db = database.Open();
        var titles = await db.JobTitles.ToDictionaryAsync(t => t.Title, t => t.JobRoleId);
        Assert.Equal((borough.Officer.Id, null), (titles["housing OFFICER"], titles["Senior housing officer"]));
    }

    [Fact]
    public async Task An_empty_cell_leaves_what_is_there()
    {
        await Applied("1,Asha Rahman,asha@homes.example,Receptionist,1/2/2020,,\n2,Ben Okafor,ben@homes.example,Receptionist,,,1");
        var import = await desk.StaffList(Head + "2,Ben Okafor,,Receptionist,,,\n1,Asha Rahman,,Receptionist,,,");
        Assert.Equal(2, import.UnchangedCount);
    }

    [Theory]
    [InlineData(1949, 12, 31)]
    [InlineData(1950, 1, 1)]
    [InlineData(2026, 11, 17)]
    [InlineData(2027, 11, 16)]
    [InlineData(2027, 11, 17)]
    public async Task A_file_may_say_the_start_that_a_form_may_say(int year, int month, int day)
    {
        var start = new DateOnly(year, month, day);
        var post = new Post
        {
            PartnershipId = borough.Partnership.Id, AgencyId = borough.Homes.Id, StaffId = Id<StaffMember>.New(),
            JobTitleId = Id<JobTitle>.New()
        };
        var no = Record.Exception(() => post.Start(start, database.Clock.Today));
        var import = await desk.StaffList(Head + $"1,Asha Rahman,asha@homes.example,Receptionist,{start:yyyy-MM-dd},,");
        Assert.Equal(no?.Message, await desk.Problem(import, 2));
    }

    private async Task Applied(string rows)
    {
        var import = await desk.Applied(await desk.StaffList(Head + rows));
        Assert.Equal((ImportState.Applied, 0), (import.State, import.RefusedCount));
    }
}
