using Microsoft.EntityFrameworkCore;
using Portal.Features.Imports;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>Rows about people whom another agency knows: asked once, and added by whoever agrees.</summary>
public sealed class AskingThroughAFile : InASmallBorough
{
    private const string Head = "Employee number,Name,Work email,Job title,Start date,Leaving date,Line manager\n";
    private const string Nia = "77,Nia Best,nia@clinic.example,Housing officer,1/2/2027,,\n";
    private ImportDesk desk = null!;
    private StaffMember nia = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
        nia = await Borough.HasAsync(Database, "Nia Best", Borough.Reception, Borough.Clinic, "nia@clinic.example");
    }

    [Fact]
    public async Task The_question_says_what_the_row_says()
    {
        var import = await desk.StaffList(Head + Nia);
        Assert.Equal((1, 1, 0, 1), (import.AskedCount, import.ToApply, import.NewCount, import.Total));
        Assert.Equal(
            "They and whoever may answer for them are asked. Nothing is added or shown until one of them agrees", await Question(import));
        await desk.Applied(import);
        var request = Assert.Single(await Requests());
        Assert.Equal(("77", new DateOnly(2027, 2, 1), "Nia Best"), (request.EmployeeNumber, request.StartedOn, request.Name));
        Assert.Equal("Asked on 16 November 2026. Waiting for an answer", await Question(import));
        await using var db = Database.Open();
        Assert.Equal("Housing officer", (await db.JobTitles.SingleAsync(t => t.Id == request.JobTitleId)).Title);
        Assert.NotEmpty(await db.Outbox.ToListAsync());
    }

    [Fact]
    public async Task Next_months_file_says_the_same_and_asks_nobody_twice()
    {
        await desk.Applied(await desk.StaffList(Head + Nia));
        var mails = await Mails();
        var again = await desk.StaffList(Head + Nia, fullList: true);
        Assert.Equal((1, 0), (again.AskedCount, again.LeaverCount));
        Assert.Equal("Asked on 16 November 2026. Waiting for an answer", await Question(again));
        await desk.Applied(again);
        Assert.Single(await Requests());
        Assert.Equal(mails, await Mails());
    }

    [Fact]
    public async Task Once_answered_with_no_a_file_does_not_ask_again()
    {
        await desk.Applied(await desk.StaffList(Head + Nia));
        await Answer(r => r.Decline(null, Database.Clock.Now));
        Database.Time.Advance(TimeSpan.FromDays(100));
        var again = await desk.StaffList(Head + Nia);
        Assert.StartsWith(
            "This was asked on 16 November 2026, and the answer was no", await desk.Problem(again, 2), StringComparison.Ordinal);
        Assert.Equal((0, 1), (again.AskedCount, again.RefusedCount));
    }

    [Fact]
    public async Task Once_agreed_they_are_one_of_the_list()
    {
        await desk.Applied(await desk.StaffList(Head + Nia));
        await using (var db = Database.Open())
        {
            db.Posts.Add((await db.PostRequests.SingleAsync()).Agree(null, Database.Clock.Now));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Agreed", CancellationToken.None);
        }
        var again = await desk.StaffList(Head + Nia, fullList: true);
        Assert.Equal((1, 1), (again.UnchangedCount, again.Total));
    }

    [Fact]
    public async Task Two_rows_of_one_person_ask_once()
    {
        var import = await desk.StaffList(Head + Nia + "77,Nia Best,nia@clinic.example,Receptionist,,,\n");
        Assert.Equal(
            (1, "Row 2 asks for Nia Best already. Add this job when they have agreed"), (import.AskedCount, await desk.Problem(import, 3)));
    }

    [Fact]
    public async Task Nobody_reports_to_someone_who_is_only_asked()
    {
        var import = await desk.StaffList(Head + Nia + "5,Asha Rahman,asha@homes.example,Receptionist,,,77\n");
        Assert.Equal(
            (ImportVerdict.New, null, "Line manager “77” is asked first, so is left out for now"),
            (await desk.Rows(import))[1] is var row ? (row.Verdict, row.Job.ManagerId, row.ManagerNote) : default);
    }

    [Fact]
    public async Task A_leaving_date_waits_as_well()
    {
        var import = await desk.StaffList(Head
            + "77,Nia Best,nia@clinic.example,Housing officer,,1/3/2027,\n,Nia Best,nia@clinic.example,Receptionist,,1/3/2026,\n");
        Assert.Equal(
            [
                "Nia Best is asked first, so has no job here to leave yet. Take the last day out",
                "Nia Best is not in this job on the staff list, so cannot leave it. Take the row out"
            ], (await desk.Rows(import)).Select(r => r.Problem));
    }

    [Fact]
    public async Task Undo_withdraws_what_still_waits()
    {
        var import = await desk.Applied(await desk.StaffList(Head + Nia));
        await desk.Undone(import.Id);
        Assert.Equal(PostRequestState.Withdrawn, Assert.Single(await Requests()).State);
        Assert.DoesNotContain(await desk.Rows(import), r => r.Kept is not null);
        var again = await desk.Applied(await desk.StaffList(Head + Nia));
        Assert.Equal((1, 2), (again.AskedCount, (await Requests()).Count));
    }

    [Fact]
    public async Task Undo_leaves_what_was_agreed_since_and_says_why()
    {
        var import = await desk.Applied(await desk.StaffList(Head + Nia));
        await using (var db = Database.Open())
        {
            db.Posts.Add((await db.PostRequests.SingleAsync()).Agree(null, Database.Clock.Now));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Agreed", CancellationToken.None);
        }
        await desk.Undone(import.Id);
        Assert.Equal(
            "Nia Best was asked for, and that has been agreed since, so they stay on the staff list",
            Assert.Single(await desk.Rows(import)).Kept);
        await using var after = Database.Open();
        Assert.Equal(2, await after.Posts.CountAsync(p => p.StaffId == nia.Id));
    }

    [Fact]
    public async Task Someone_added_elsewhere_after_the_preview_is_not_taken_on_what_was_agreed()
    {
        var import = await desk.StaffList(Head + Nia
            + "5,Asha Rahman,asha@homes.example,Receptionist,,,\n6,Cy Dale,cy@homes.example,Receptionist,,,\n");
        await desk.Agree(import.Id);
        await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception, Borough.Clinic, "asha@homes.example");
        await Answer(Borough.Homes, nia);
        await desk.Apply();
        var asked = await desk.Load(import.Id);
        // As many as before, of other people.
        Assert.Equal((ImportState.Ready, import.AskedCount, 1, 1), (asked.State, asked.AskedCount, asked.NewCount, asked.UnchangedCount));
    }

    private async Task Answer(Agency agency, StaffMember person)
    {
        await using var db = Database.Open();
        var title = await db.JobTitles.SingleOrDefaultAsync(t => t.AgencyId == agency.Id && t.Title == "Housing officer")
            ?? db.JobTitles.Add(new() { PartnershipId = agency.PartnershipId, AgencyId = agency.Id, Title = "Housing officer" }).Entity;
        var post = new Post
        {
            PartnershipId = agency.PartnershipId, AgencyId = agency.Id, StaffId = person.Id, JobTitleId = title.Id, EmployeeNumber = "77"
        };
        post.Start(new(2027, 2, 1), Database.Clock.Today);
        db.Posts.Add(post);
        await db.SaveAsync(Borough.Lead, "Employed someone", CancellationToken.None);
    }

    private async Task Answer(Action<PostRequest> answer)
    {
        await using var db = Database.Open();
        answer(await db.PostRequests.SingleAsync());
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Answered", CancellationToken.None);
    }

    private async Task<List<PostRequest>> Requests()
    {
        await using var db = Database.Open();
        return await db.PostRequests.ToListAsync();
    }

    private async Task<int> Mails()
    {
        await using var db = Database.Open();
        return await db.Outbox.CountAsync();
    }

    private async Task<string?> Question(Import import)
    {
        await using var db = Database.Open();
        return Assert.Single((await new ImportRowList(db, new(db)).RunAsync(
            Borough.Lead, import.Id, new(ImportVerdict.Asked), 1, CancellationToken.None)).Rows).Question;
    }
}
