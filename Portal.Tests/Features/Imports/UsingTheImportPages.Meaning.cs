using System.Net;
using System.Text;
using Portal.Features.Imports.Comparing;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <content>What a file means, where its headings do not say.</content>
public sealed partial class UsingTheImportPages
{
    [Fact]
    public async Task How_dates_are_written_is_asked_beside_the_columns()
    {
        var page = await (await lead.Open("/Imports/Upload?kind=StaffList"))
            .Upload("Choose a file", "us.csv", "Name,Hire Date,Manager\nOnly One,3/15/2026,Nobody Known\n"u8.ToArray()).Press("Upload");
        page.Shows("“3/15/2026” is no date with the day first");
        page = page.Choose("Is this file the full list of your staff?", "No, only some people");
        page = await page.Fill("Job title of everyone in this file", "Councillor").Press("Check the rows");
        page.Answers(HttpStatusCode.BadRequest).Shows("There is a problem", "Select how the file writes dates");
        page = await page.Choose("How does this file write dates?", "The month first, like 3/31/2026").Press("Check the rows");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        page = await lead.Open(page.Path);
        page.Shows("Its dates are read with the month first", "Everyone in it is Councillor", "from 15 March 2026");
        (await page.Follow("1 row")).Shows("Taken without a cell", "Line manager “Nobody Known” is not on the staff list");
    }

    [Fact]
    public async Task Another_sheet_of_a_workbook_can_be_read()
    {
        var file = Workbooks.OfSheets(
            new("Staff", [["Name", "Job title"], ["Al Sutton", "Cook"]]), new("Leavers", [["Full name", "Post"], ["Bo Deputy", "Cook"]]));
        var page = await (await lead.Open("/Imports/Upload?kind=StaffList")).Upload("Choose a file", "book.xlsx", file).Press("Upload");
        page.Shows("We read “Staff”");
        page = await page.Choose("Sheet of the workbook", "Leavers").Press("Read this sheet");
        page.Shows("Bo Deputy", "We read “Leavers”");
        Assert.Equal("Name", page.Value("What “Full name” means"));
    }

    [Fact]
    public async Task A_result_that_is_left_out_is_named_and_what_does_not_count_is_listed()
    {
        var email = (await lead.Fetch("/Imports/Template?kind=StaffList&format=csv")).Text.Split('\n')[1].Split(',')[2];
        var page = await (await lead.Open("/Imports/Upload?kind=Training"))
            .Upload("Choose a file", "lms.csv", Encoding.UTF8.GetBytes($"Email,Level,Date,Status\n{email},1,1/2/2026,Failed\n"))
            .Press("Upload");
        Assert.Equal("Result", page.Value("What “Status” means"));
        page = page.Choose("Does this file come from your agency’s training system?", "Yes, the system holds the proof");
        var counted = await page.Choose("What “Status” means", "Leave out").Press("Check the rows");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        page = await (await lead.Open(counted.Path)).Shows("“Status” is left out").Follow("Change the columns");
        page.Shows("Status");
        page = await page.Choose("What “Status” means", "Result").Press("Check the rows");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        (await lead.Open(page.Path)).Shows("1 Not counted", "The result is “Failed”");
    }

    [Fact]
    public async Task Who_is_the_same_person_is_asked_and_answered()
    {
        var list = (await lead.Fetch("/Imports/Template?kind=StaffList&format=csv")).Text.Split("\r\n");
        var held = list[1].Split(',');
        var name = $"{held[1].Split(' ')[0]} Newly-Married";
        list[1] = $",{name},newly.married@new.example,{held[3]},,,";
        var page = await (await lead.Open("/Imports/Upload?kind=StaffList"))
            .Upload("Choose a file", "staff.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", list))).Press("Upload");
        page = await page.Choose("Is this file the full list of your staff?", "Yes, it names everyone").Press("Check the rows");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        page = await lead.Open(page.Path);
        page.Shows("1 Same person?", $"Is this the same person as {held[1]} (", "Nobody is added and nobody leaves before you have said");

        page = await page.Follow("Say who is the same person");
        page.Shows($"Row 2: is {name} the same person as {held[1]}?", "On the staff list:");
        page = await page.Choose($"Row 2: is {name} the same person as {held[1]}?", "Yes, the same person")
            .Press("Save and check the rows again");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        page = await lead.Open(page.Path);
        page.Shows("1 Changed", held[1], name);
        page = await page.Follow("Change what was said of 1 person");
        page.Shows("Is this the same person?");
    }
}
