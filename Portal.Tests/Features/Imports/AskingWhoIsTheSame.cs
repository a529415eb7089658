using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Answering;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>
/// A marriage, or zeros that a spreadsheet has taken away, are no reason to lose one's training: who may be the same person is asked.
/// </summary>
public sealed class AskingWhoIsTheSame : InASmallBorough
{
    private const string Head = "Employee number,Name,Work email,Job title,Start date,Line manager\n";
    private const string Held =
        "00412,Ines Cox,ines.cox@homes.example,Housing officer,3/2/2020,\n7,Cy Dale,cy@homes.example,Receptionist,1/3/2021,\n";
    private const string Cy = "7,Cy Dale,cy@homes.example,Receptionist,1/3/2021,\n";
    private ImportDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
        await desk.Applied(await desk.StaffList(Head + Held));
        await using var db = Database.Open();
        await Borough.TrainedAsync(Database, await db.Staff.SingleAsync(s => s.Name == "Ines Cox"), 2, new(2026, 1, 5));
    }

    [Theory]
    [InlineData(",Ines Fernandez,ines.fernandez@homes.example,Housing officer,,")]
    [InlineData(",Mrs Ines Fernandez,ines.fernandez@homes.example,Housing officer,3/2/2020,")]
    [InlineData(",Fernandez Inès,fernandez@homes.example,Housing officer,,", false)]
    [InlineData(",Ines Fernandez,,Housing officer,,")]
    [InlineData(",Ines Cox,ines@elsewhere.example,Housing officer,,")]
    [InlineData("412,Ines Fernandez,ines.fernandez@homes.example,Caretaker,,")]
    [InlineData("412,I. Fernandez,,Housing officer,,")]
    [InlineData(",Ines Fernandez,ines.fernandez@homes.example,Housing officer,4/2/2020,", false)]
    [InlineData(",Ines Fernandez,ines.fernandez@homes.example,Caretaker,,", false)]
    [InlineData(",Agnes Fernandez,agnes.fernandez@homes.example,Housing officer,,", false)]
    [InlineData("512,Ines Fernandez,ines.fernandez@homes.example,Housing officer,,", false)]
    public async Task A_forename_in_a_job_or_a_number_but_for_zeros_is_asked_about(string row, bool isAsked = true)
    {
        var import = await desk.StaffList(Head + Cy + row, fullList: true);
        Assert.Equal(
            isAsked ? (1, 0, 0, 0) : (0, 1, 1, 0), (import.InQuestionCount, import.NewCount, import.LeaverCount, import.RefusedCount));
    }

    [Fact]
    public async Task Until_it_is_said_nobody_is_added_and_nobody_leaves()
    {
        var import = await Asked();
        Assert.Equal("Select whether the list is complete", (await Assert.ThrowsAsync<Refused>(() => desk.Agree(import.Id))).Message);
        var no = await Assert.ThrowsAsync<Refused>(() => desk.Agree(import.Id, new ImportAnswers(IsComplete: false)));
        Assert.StartsWith("Nothing in this file would change anything", no.Message, StringComparison.Ordinal);
        await desk.Applied(import, new ImportAnswers(IsComplete: true));
        Assert.Equal([("Cy Dale", "cy@homes.example", 0), ("Ines Cox", "ines.cox@homes.example", 1)], await People());
    }

    [Fact]
    public async Task The_same_person_keeps_their_training_under_the_new_name_and_undoing_gives_the_old_one_back()
    {
        var import = await Asked();
        await Say(import, 3, (await Questions(import)).Single().People.Single().Id);
        import = await desk.Load(import.Id);
        Assert.Equal((0, 1, 0, 0), (import.InQuestionCount, import.ChangedCount, import.NewCount, import.LeaverCount));
        var row = (await desk.Rows(import)).Single(r => r.Number == 3);
        Assert.Equal(("Ines Cox", "Ines Fernandez"), (row.PersonBefore.Name, row.Person.Name));
        Assert.Equal(ImportState.Applied, (await desk.Applied(import)).State);
        Assert.Equal([("Cy Dale", "cy@homes.example", 0), ("Ines Fernandez", "ines.fernandez@homes.example", 1)], await People());
        await desk.Undone(import.Id);
        Assert.Equal([("Cy Dale", "cy@homes.example", 0), ("Ines Cox", "ines.cox@homes.example", 1)], await People());
    }

    [Fact]
    public async Task Somebody_new_joins_and_the_other_leaves_and_it_can_be_said_otherwise()
    {
        var import = await Asked();
        await Say(import, 3, null);
        import = await desk.Load(import.Id);
        Assert.Equal((0, 1, 1), (import.InQuestionCount, import.NewCount, import.LeaverCount));
        var question = Assert.Single(await Questions(import));
        Assert.True(question.IsSomeoneNew);
        await Say(import, 3, question.People.Single().Id);
        Assert.Equal(1, (await desk.Load(import.Id)).ChangedCount);
    }

    [Fact]
    public async Task What_was_said_holds_when_the_file_is_compared_again_before_it_applies()
    {
        var import = await Asked();
        await Say(import, 3, (await Questions(import)).Single().People.Single().Id);
        await desk.Agree(import.Id);
        await Borough.HasAsync(Database, "Zed Quill", Borough.Reception, Borough.Clinic);
        await desk.Apply();
        Assert.Equal(ImportState.Applied, (await desk.Load(import.Id)).State);
        Assert.Contains(("Ines Fernandez", "ines.fernandez@homes.example", 1), await People());
    }

    [Fact]
    public async Task Two_rows_are_not_one_person()
    {
        var import = await desk.StaffList(
            Head + Cy + ",Ines Fernandez,a@homes.example,Housing officer,,\n,Ines Adair,b@homes.example,Housing officer,,", fullList: true);
        Assert.Equal(2, import.InQuestionCount);
        var ines = (await Questions(import))[0].People.Single().Id;
        var no = await Assert.ThrowsAsync<Refused>(() => SayAll(import, new(3, ines, false), new(4, ines, false)));
        Assert.Equal("Rows 3 and 4 cannot both be Ines Cox. Choose one of them", no.Message);
        await SayAll(import, new(3, ines, false), new(4, null, true));
        Assert.Equal((1, 1, 0), (await desk.Load(import.Id)) is var now ? (now.ChangedCount, now.NewCount, now.LeaverCount) : default);
    }

    [Fact]
    public async Task Of_several_who_may_be_meant_one_is()
    {
        await desk.Applied(await desk.StaffList(Head + ",Ines Adair,ines.adair@homes.example,Housing officer,,"));
        var import = await Asked();
        var people = (await Questions(import)).Single().People;
        Assert.Equal(["Ines Adair", "Ines Cox"], people.Select(p => p.Name));
        await Say(import, 3, people[1].Id);
        import = await desk.Load(import.Id);
        Assert.Equal((0, 1, 1), (import.InQuestionCount, import.ChangedCount, import.LeaverCount));
    }

    [Fact]
    public async Task A_manager_of_whom_it_is_not_said_who_they_are_is_left_out()
    {
        var import = await desk.StaffList(
            Head + "7,Cy Dale,cy@homes.example,Receptionist,1/3/2021,ines.fernandez@homes.example\n"
            + ",Ines Fernandez,ines.fernandez@homes.example,Housing officer,,", fullList: true);
        Assert.Equal(
            "It is not said yet who the line manager “ines.fernandez@homes.example” is, so they are left out for now",
            (await desk.Rows(import))[0].ManagerNote);
    }

    [Fact]
    public async Task Other_columns_ask_anew_and_a_list_of_some_people_asks_nothing()
    {
        var import = await Asked();
        await Say(import, 3, null);
        await desk.ConfirmColumns(import.Id, fullList: true);
        await desk.Check();
        Assert.Equal(1, (await desk.Load(import.Id)).InQuestionCount);
        await desk.ConfirmColumns(import.Id);
        await desk.Check();
        import = await desk.Load(import.Id);
        Assert.Equal((0, 1), (import.InQuestionCount, import.NewCount));
        await desk.Discard(import.Id);
        await using var db = Database.Open();
        Assert.Empty(await db.ImportPairs.ToListAsync());
    }

    private async Task<Import> Asked()
    {
        var import = await desk.StaffList(
            Head + Cy + ",Ines Fernandez,ines.fernandez@homes.example,Housing officer,,", fullList: true);
        Assert.Equal((1, 0, 0), (import.InQuestionCount, import.NewCount, import.LeaverCount));
        return import;
    }

    private Task Say(Import import, int number, Id<StaffMember>? same) =>
        SayAll(import, new AnswerWhoIsWho.Answer(number, same, same is null));

    private async Task SayAll(Import import, params AnswerWhoIsWho.Answer[] answers)
    {
        await using (var db = Database.Open())
            await new AnswerWhoIsWho(db, ImportDesk.NoJobs).RunAsync(
                Borough.Lead, import.Id, (await desk.Load(import.Id)).Version, answers, CancellationToken.None);
        await desk.Check();
    }

    private async Task<IReadOnlyList<PeopleInQuestion.Row>> Questions(Import import)
    {
        await using var db = Database.Open();
        return await new PeopleInQuestion(db).RunAsync(Borough.Lead, import.Id, CancellationToken.None);
    }

    /// <summary>Those in post, with their addresses and how much training they have.</summary>
    private async Task<List<(string, string?, int)>> People()
    {
        await using var db = Database.Open();
        var people = await db.Staff.Where(s => db.Posts.CurrentOn(Database.Clock.Today).Any(p => p.StaffId == s.Id)).OrderBy(s => s.Name)
            .Select(s => new { s.Name, s.Email, Training = db.TrainingRecords.Count(t => t.StaffId == s.Id) }).ToListAsync();
        return [.. people.Select(p => (p.Name, p.Email, p.Training))];
    }
}
