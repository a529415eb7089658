using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>A cell that need not be there costs no row: it is left empty, and the row says so.</summary>
public sealed class TakingWhatCanBeUsed : InASmallBorough
{
    private const string Head = "Employee number,Name,Work email,Job title,Start date,Last day,Line manager\n";
    private ImportDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
    }

    public static TheoryData<string, string> Notes => new()
    {
        { "1,Asha Rahman,asha at homes,Receptionist,,,", "Work email “asha at homes” is not an email address, so it is left out" },
        { "1,Asha Rahman,a@homes.example,Receptionist,soon,,", "Start date “soon” is not a date, so it is left out" },
        { "1,Asha Rahman,a@homes.example,Receptionist,31/02/2026,,", "Start date “31/02/2026” is not a date, so it is left out" },
        {
            "1.23457E+11,Asha Rahman,a@homes.example,Receptionist,,,",
            "Employee number “1.23457E+11” was rounded by a spreadsheet, so it is left out"
        },
        {
            "1,Asha Rahman,nobody,Receptionist,soon,,",
            "Work email “nobody” is not an email address, so it is left out. Start date “soon” is not a date, so it is left out"
        },
    };

    [Theory, MemberData(nameof(Notes))]
    public async Task A_cell_that_cannot_be_used_is_left_out(string row, string note)
    {
        var import = await desk.StaffList(Head + row);
        Assert.Equal((1, 0, 1), (import.NewCount, import.RefusedCount, import.NotedCount));
        Assert.Equal(note, Assert.Single(await desk.Rows(import)).Note);
        await desk.Applied(import);
    }

    [Theory, InlineData("n/a"), InlineData("NA"), InlineData("none"), InlineData("-"), InlineData("—"), InlineData("TBC"), InlineData("XX")]
    public async Task What_people_write_for_nothing_is_nothing(string nothing)
    {
        var import = await desk.StaffList(Head + $"{nothing},Asha Rahman,{nothing},Receptionist,{nothing},{nothing},{nothing}");
        var row = Assert.Single(await desk.Rows(import));
        Assert.Equal((ImportVerdict.New, null, null, null), (row.Verdict, row.Note, row.Person.Email, row.Job.EmployeeNumber));
    }

    [Fact]
    public async Task An_apostrophe_that_a_spreadsheet_put_before_a_cell_is_no_part_of_it()
    {
        var row = Assert.Single(await desk.Rows(await desk.StaffList(
            Head + "'1800999,Penny Post,'penny@homes.example,Receptionist,'2026-03-02,,")));
        Assert.Equal(
            ("1800999", "penny@homes.example", new DateOnly(2026, 3, 2)),
            (row.Job.EmployeeNumber, row.Person.Email, row.Job.StartedOn!.Value));
    }

    [Fact]
    public async Task Two_numbers_that_a_spreadsheet_rounded_to_one_are_two_people()
    {
        var import = await desk.StaffList(
            Head + "1.23457E+11,Sci One,one@homes.example,Receptionist,,,\n1.23457E+11,Sci Two,two@homes.example,Receptionist,,,");
        Assert.Equal((2, 2), (import.NewCount, import.NotedCount));
    }

    [Fact]
    public async Task A_list_with_the_surname_first_renames_nobody_and_brings_in_names_as_people_say_them()
    {
        await desk.Applied(await desk.StaffList(Head + "1,Agnieszka Karim,,Receptionist,,,"));
        var import = await desk.StaffList(Head + "1,\"KARIM, Agnieszka\",,Receptionist,,,\n2,\"O'BRIEN, Siân\",,Receptionist,,,");
        Assert.Equal((1, 1), (import.UnchangedCount, import.NewCount));
        Assert.Equal("Siân O'Brien", (await desk.Rows(import))[1].Person.Name);
    }

    [Fact]
    public async Task A_number_or_an_address_that_somebody_did_not_have_is_given_to_them()
    {
        await desk.Applied(await desk.StaffList(Head + ",Grace Mbeki,,Cleaner,,,\n01800949,Asha Rahman,,Cook,,,"));
        var import = await desk.StaffList(
            Head + "12,grace mbeki,grace@homes.example,cleaner,,,\n1800949,Asha Rahman,,Cook,,,", fullList: true);
        Assert.Equal((2, 0, 0), (import.ChangedCount, import.NewCount, import.LeaverCount));
        await desk.Applied(import);
        await using var db = Database.Open();
        Assert.Equal(["1800949", "12"], db.Posts.Select(p => p.EmployeeNumber!).OrderByDescending(n => n.Length).ToList());
    }

    [Theory]
    [InlineData("99,David Smith,other@homes.example,Caretaker,,,"), InlineData(",David Smith,,Cook,,,\n99,David Smith,,Cook,,,")]
    [InlineData("99,David Smith,,Caretaker,,,")]
    public async Task Another_person_of_the_same_name_with_a_number_or_address_of_their_own_takes_nobody_over(string rows)
    {
        await desk.Applied(await desk.StaffList(Head + "7,David Smith,david@homes.example,Caretaker,,,"));
        var import = await desk.StaffList(Head + rows);
        Assert.Equal(1, import.NewCount);
        await desk.Applied(import);
        await using var db = Database.Open();
        Assert.Contains(db.Posts.AsEnumerable(), p => p.EmployeeNumber == "7");
    }

    [Fact]
    public async Task A_list_of_names_alone_is_a_list()
    {
        await desk.Applied(await desk.StaffList("Name,Job title\nAsha Rahman,Receptionist\nBen Okafor,Cook\n", fullList: true));
        var import = await desk.StaffList("Name,Job title\nBEN OKAFOR,Cook\n\"Rahman, Asha\",Receptionist\n", fullList: true);
        Assert.Equal((0, 0), (import.NewCount, import.LeaverCount));
    }

    [Fact]
    public async Task A_file_without_job_titles_has_one_for_everyone()
    {
        var id = await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes("Name,Ward,Email\nJoan O'Hara,North,NA\n"));
        var no = await Assert.ThrowsAsync<Refused>(() => desk.ConfirmColumns(id));
        Assert.Equal("The file needs a column with the job title. Choose which it is", no.Message);
        await desk.ConfirmColumns(id, everyonesTitle: "Councillor");
        await desk.Check();
        Assert.Equal((1, 0), await desk.Load(id) is var import ? (import.NewCount, import.RefusedCount) : default);
    }

    [Fact]
    public async Task The_last_day_is_the_last_day_in_the_job()
    {
        await desk.Applied(await desk.StaffList(Head + "1,Asha Rahman,a@homes.example,Receptionist,,,"));
        var import = await desk.StaffList(
            Head.Replace("Last day", "Leaving date") + $"1,Asha Rahman,,Receptionist,,{Database.Clock.Today:dd/MM/yyyy},");
        await desk.Applied(import);
        await using var db = Database.Open();
        var post = Assert.Single(db.Posts);
        Assert.True(post.IsHeldOn(Database.Clock.Today));
        Assert.Equal(Database.Clock.Today.AddDays(1), post.LeftOn);
    }
}
