using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Applying;
using Portal.Features.Imports.Comparing;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

public sealed partial class UsingTheImportPages : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor lead = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        lead = await app.SignedInAs(Role.TrainingLead);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_staff_list_goes_from_the_template_to_applied_and_back()
    {
        var template = (await lead.Fetch("/Imports/Template?kind=StaffList&format=csv")).Text;
        var csv = template
            + "X9,Nadia Winters,nadia@winters.example,Chief of staff,1/10/2026,,\r\nX10,,x10@winters.example,Caretaker,,,\r\n";
        var page = await (await lead.Open("/Imports/Upload?kind=StaffList"))
            .Upload("Choose a file", "staff.csv", Encoding.UTF8.GetBytes(csv)).Press("Upload");
        page.Shows("Which column is which?", "staff.csv");
        Assert.Equal("Work email", page.Value("What “Work email” means"));
        page = await page.Press("Check the rows");
        page.Answers(HttpStatusCode.BadRequest).Shows("There is a problem", "Select yes or no");

        page = await page.Choose("Is this file the full list of your staff?", "Yes, it names everyone").Press("Check the rows");
        page.Shows("Checking the rows", "You can leave this page");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        page = await lead.Open(page.Path);
        page.Shows("Check what would change", "Name is missing", "One job title is new and not matched to a job role: Chief of staff");
        (await page.Follow("1 New")).Shows("Nadia Winters", "Chief of staff", "from 1 October 2026");
        var refused = await lead.Fetch($"{page.Path}/Refused");
        Assert.Contains("Name is missing,X10,,x10@winters.example,Caretaker", refused.Text, StringComparison.Ordinal);

        page = await (await page.Press("Continue")).Press("Apply");
        page.Answers(HttpStatusCode.BadRequest).Shows("1 row refused", "Select whether the list is complete");
        page = await page.Choose("Is the staff list complete all the same?", "No, the refused rows come later").Press("Apply");
        page.Shows("Applying the import", "Rows applied");
        await app.In<ApplyImportsJob>(job => job.RunAsync(CancellationToken.None));
        (await lead.Open($"{page.Path}/Progress")).Shows("finished", "See the result");
        page = await lead.Open(page.Path);
        page.Shows("Import applied", "It names everyone", "The staff list was not confirmed as complete");
        (await lead.Open("/Imports")).Shows("staff.csv", "Applied");

        page = await (await page.Follow("Undo this import")).Press("Undo this import");
        await app.In<ApplyImportsJob>(job => job.RunAsync(CancellationToken.None));
        (await lead.Open(page.Path)).Shows("Import undone");
    }

    [Fact]
    public async Task Someone_of_another_agency_is_asked_first()
    {
        var (own, other) = await app.In(async (PortalDb db) =>
        {
            var uploader = (await lead.Fetch("/Imports/Template?kind=StaffList&format=csv")).Text;
            var posts = db.Posts.Where(p => p.LeftOn == null).Join(db.Staff, p => p.StaffId, s => s.Id, (p, s) => s)
                .Where(s => s.Email != null);
            return (uploader, (await posts.ToListAsync()).First(s => !uploader.Contains(s.Email!, StringComparison.Ordinal)));
        });
        var csv = $"Name,Work email,Job title\n{other.Name},{other.Email},Caretaker\n";
        var page = await (await lead.Open("/Imports/Upload?kind=StaffList")).Upload("Choose a file", "one.csv", Encoding.UTF8.GetBytes(csv))
            .Press("Upload");
        page = await page.Choose("Is this file the full list of your staff?", "No, only some people").Press("Check the rows");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        page = await lead.Open(page.Path);
        page.Shows("1 Ask first", "Another agency of the partnership knows these people", "They and whoever may answer for them are asked");
        page = await page.Press("Apply 1 row");
        await app.In<ApplyImportsJob>(job => job.RunAsync(CancellationToken.None));
        (await lead.Open(page.Path)).Shows("Import applied", "Waiting for an answer");
        (await lead.Open($"/Staff/{other.Id}")).Answers(HttpStatusCode.NotFound);
        Assert.Equal(own, (await lead.Fetch("/Imports/Template?kind=StaffList&format=csv")).Text);
        (await (await lead.Open(page.Path)).Follow("Undo this import")).Shows("Questions that still wait for an answer are withdrawn");
    }

    [Fact]
    public async Task Many_leavers_ask_for_their_number()
    {
        var page = await (await lead.Open("/Imports/Upload?kind=StaffList"))
            .Upload("Choose a file", "few.csv", "Name,E-mail,Job\nOnly One,only@one.example,Caretaker\n"u8.ToArray()).Press("Upload");
        page = await page.Choose("Is this file the full list of your staff?", "Yes, it names everyone").Press("Check the rows");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        page = await (await (await lead.Open(page.Path)).Press("Continue")).Press("Apply");
        page.Answers(HttpStatusCode.BadRequest).Shows("would leave. Type", "or discard this file");
        page = await (await page.Follow("Discard this file")).Press("Discard this file");
        page.Shows("File discarded. Nothing was changed");
    }

    [Fact]
    public async Task Another_upload_says_whose_file_waits_and_replaces_it_when_told_to()
    {
        var list = "Name,E-mail,Job\nOnly One,only@one.example,Caretaker\n"u8.ToArray();
        await (await lead.Open("/Imports/Upload?kind=StaffList")).Upload("Choose a file", "first.csv", list).Press("Upload");
        var page = await (await lead.Open("/Imports/Upload?kind=StaffList"))
            .Shows("A file is waiting", "first.csv, which", "is waiting for its columns").Upload("Choose a file", "second.csv", list)
            .Press("Upload");
        page.Answers(HttpStatusCode.BadRequest).Shows("Replace it, or finish it first");
        page = await page.Tick("Replace first.csv").Upload("Choose a file", "second.csv", list).Press("Upload");
        page.Shows("Which column is which?", "second.csv");
    }

    [Fact]
    public async Task A_course_is_matched_to_a_level_and_the_rows_are_read_again()
    {
        var email = (await lead.Fetch("/Imports/Template?kind=StaffList&format=csv")).Text.Split('\n')[1].Split(',')[2];
        var page = await (await lead.Open("/Imports/Upload?kind=Training"))
            .Upload("Choose a file", "t.csv", Encoding.UTF8.GetBytes($"Email,Course,Completed\n{email},DV for all,1/2/2026\n"))
            .Press("Upload");
        page = await page.Choose("Does this file come from your agency’s training system?", "Yes, the system holds the proof")
            .Press("Check the rows");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        page = await (await lead.Open(page.Path)).Follow("Match courses to levels");
        var level = page.All("option").Select(o => o.TextContent.Trim()).First(o => o.StartsWith("Level 1", StringComparison.Ordinal));
        page = await page.Choose("DV for all", level).Press("Save and check the rows again");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        (await lead.Open(page.Path)).Shows("Level 1 on 1 February 2026", "DV for all");
    }

    [Fact]
    public async Task The_workbook_template_is_a_workbook()
    {
        var file = await lead.Fetch("/Imports/Template?kind=StaffList&format=xlsx");
        Assert.Equal("staff-list.xlsx", file.FileName);
        var page = await (await lead.Open("/Imports/Upload?kind=StaffList")).Upload("Choose a file", "staff-list.xlsx", file.Bytes)
            .Press("Upload");
        page.Shows("Which column is which?", "Line manager");
    }

    public static TheoryData<string, byte[]> NoLists => new()
    {
        { "The selected file is empty. Choose a CSV file or an Excel workbook (.xlsx)", [] },
        { "The selected file is a PNG picture. Choose a CSV file or an Excel workbook (.xlsx)", [0x89, .. "PNG\r\n\x1a\n\0"u8] },
        {
            "The selected file is in the old .xls format. Open it in Excel, save it as .xlsx and choose that",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]
        },
        { "The selected file is an OpenDocument spreadsheet (.ods). Save it as .xlsx or as CSV and choose that", OpenSheet() },
        {
            "The selected file is protected with a password. Save a copy without a password and choose that",
            [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]
        },
        { "The selected file has headings but no rows. Add the rows and choose it again", "Name,E-mail\n"u8.ToArray() },
        { "The selected file has more than 300 columns", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 1_000_000)) + "\n") },
        { "The selected workbook unpacks to far more than a list of staff would", Bomb() },
    };

    [Theory, MemberData(nameof(NoLists))]
    public async Task What_is_no_list_is_refused_beside_the_field(string sentence, byte[] bytes)
    {
        var page = await (await lead.Open("/Imports/Upload?kind=StaffList")).Upload("Choose a file", "staff.csv", bytes).Press("Upload");
        page.Answers(HttpStatusCode.BadRequest).Shows("There is a problem", sentence);
    }

    private static byte[] OpenSheet()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var part = new StreamWriter(zip.CreateEntry("mimetype").Open()))
            part.Write("application/vnd.oasis.opendocument.spreadsheet");
        return bytes.ToArray();
    }

    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("xl/workbook.xml").Open();
            entry.Write(new byte[64 << 20]);
        }
        return bytes.ToArray();
    }
}
