using Microsoft.EntityFrameworkCore;
using Portal.Features.Returns;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Sections;
using Portal.Features.Returns.Totals;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed class WritingAReturn : InACycle
{
    private const string Stale = "Someone changed this while you were looking. Check it and try again";
    private Id<AgencyReturn> id;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasSixPeopleAsync();
        id = await Desk.Opened();
    }

    private Viewer Colleague => new(Borough.Lena.Id, Borough.Lena.Name, Borough.Partnership.Id, Role.Learner, AgencyId: Borough.Homes.Id);

    [Fact]
    public async Task Keeps_the_agencys_own_figures_beside_the_portals()
    {
        var line = (await Desk.Lines(id))["OFFICER"];
        await State(line, 4, 3, "One started last week");
        var stated = (await Desk.Lines(id))["OFFICER"];
        Assert.Equal(
            (3, 1, 2, 4, 3, 1),
            (stated.Headcount, stated.Holding, stated.Gap, stated.StatedHeadcount, stated.StatedHolding, stated.StatedGap));
        Assert.Equal(
            (1, "Tess Lead"),
            ((await Desk.In((ReturnProgress progress) => progress.RunAsync(id, default))).LinesAnswered, stated.AnsweredBy));
    }

    [Fact]
    public async Task Tells_the_second_of_two_people_on_one_line()
    {
        var line = (await Desk.Lines(id))["OFFICER"];
        await State(line, 4, 3, "One started last week");
        var no = await Assert.ThrowsAsync<Refused>(() => State(line, 9, 9, "A slip"));
        Assert.Equal((Stale, 1), (no.Message, no.Overtaken));
        // Nor does “the portal's figures are right”, pressed on an old page, wipe out what a colleague stated.
        Assert.Equal(
            Stale, await Desk.Refuses((ConfirmLines confirm) => confirm.OneAsync(Borough.Lead, id, line.Id, line.Version, default)));
        Assert.Equal(4, (await Desk.Lines(id))["OFFICER"].StatedHeadcount);
    }

    [Fact]
    public async Task Confirming_all_leaves_alone_what_was_stated()
    {
        await State((await Desk.Lines(id))["OFFICER"], 4, 3, "One started last week");
        await TrainAnOfficerAsync();
        Assert.Equal(1, await Recount());
        var officer = (await Desk.Lines(id))["OFFICER"];
        Assert.Equal((2, null, 4), (officer.Holding, officer.AnsweredBy, officer.StatedHeadcount));
        await Confirm((await Desk.Load(id)).FiguresTakenAt);
        var lines = await Desk.Lines(id);
        Assert.Equal((true, false, 4), (lines["RECEPTION"].IsAnswered, lines["OFFICER"].IsAnswered, lines["OFFICER"].StatedHeadcount));
    }

    [Fact]
    public async Task Nobody_confirms_figures_they_have_not_seen()
    {
        var seen = (await Desk.Load(id)).FiguresTakenAt;
        Desk.Now = Desk.Now.AddMinutes(5);
        await TrainAnOfficerAsync();
        await Recount();
        Assert.Equal(
            "The figures were taken again while you were looking. Check them and confirm again",
            (await Assert.ThrowsAsync<Refused>(() => Confirm(seen))).Message);
        Assert.All((await Desk.Lines(id)).Values, l => Assert.False(l.IsAnswered));
    }

    [Fact]
    public async Task Taking_the_figures_again_keeps_what_did_not_change_and_adds_what_is_new()
    {
        await Desk.Fill(id);
        Assert.Equal(0, await Recount());
        Assert.All((await Desk.Lines(id)).Values, l => Assert.True(l.IsAnswered));
        await Borough.HasAsync(Database, "MARAC", Borough.Marac, started: new(2024, 1, 8));
        await TrainAnOfficerAsync();
        Assert.Equal(2, await Recount());
        var lines = await Desk.Lines(id);
        Assert.Equal(
            (true, false, false, 3),
            (lines["RECEPTION"].IsAnswered, lines["OFFICER"].IsAnswered, lines["MARAC"].IsAnswered, lines["MARAC"].LevelNumber));
    }

    [Fact]
    public async Task Two_colleagues_write_different_sections_at_once_and_lose_nothing()
    {
        await Share(ReturnSection.Questions, ReturnSection.Costing);
        var (lines, questions) = (await Desk.Lines(id), (await Desk.Questions(id)).Values.ToList());
        var action = await Desk.Plan(id, lines["RECEPTION"], lines["OFFICER"]);
        var work = questions.Select(q => Desk.Answer(id, q, ReturnDesk.Entry(q.Kind), by: Colleague))
            .Append(State(lines["OFFICER"], 4, 3, "One started last week"))
            .Append(State(lines["RECEPTION"], 3, 2, "A certificate is on its way"))
            .Concat(Enumerable.Range(1, 6).Select(i => Desk.Cost(id, action, i, 10)));
        await Task.WhenAll(work);
        var progress = await Desk.In((ReturnProgress figures) => figures.RunAsync(id, default));
        Assert.Equal((2, 10, 2), (progress.LinesAnswered, progress.QuestionsAnswered, progress.Costed));
        Assert.Equal(Money.OfPounds(210), (await Desk.In((CostTotals totals) => totals.RunAsync(id, default))).Total);
    }

    [Fact]
    public async Task Tells_the_second_of_two_people_who_answer_one_question_for_the_first_time()
    {
        await Share(ReturnSection.Questions);
        var dash = (await Desk.Questions(id))["DASH"];
        await Desk.Answer(id, dash, new(1, null, "Some teams", null), by: Colleague);
        Assert.Equal(Stale, (await Assert.ThrowsAsync<Refused>(() => Desk.Answer(id, dash, new(3, null, null, null)))).Message);
        var kept = (await Desk.Answers(id))[dash.Id];
        Assert.Equal((1, "Some teams", "Lena Learner"), (kept.Score, kept.Words, kept.AnsweredBy));
        await Desk.Answer(id, dash, new(3, null, null, null), seen: kept.Version);
        Assert.Equal(
            Stale, (await Assert.ThrowsAsync<Refused>(() => Desk.Answer(
                id, dash, new(0, null, null, null), seen: kept.Version, by: Colleague))).Message);
    }

    [Fact]
    public async Task A_colleague_writes_what_is_shared_and_nothing_else()
    {
        var dash = (await Desk.Questions(id))["DASH"];
        Assert.Equal(
            "This return is not within your reach",
            (await Assert.ThrowsAsync<Refused>(() => Desk.Answer(id, dash, new(1, null, null, null), by: Colleague))).Message);
        await Share(ReturnSection.Questions);
        await Desk.Answer(id, dash, new(1, null, null, null), by: Colleague);
        var seen = (await Desk.Load(id)).FiguresTakenAt;
        Assert.Equal(
            "The section “People” is not shared with you",
            await Desk.Refuses((ConfirmLines confirm) => confirm.RunAsync(Colleague, id, seen, default)));
        Assert.Equal("This return is not within your reach", (await Assert.ThrowsAsync<Refused>(() => Desk.Send(id, Colleague))).Message);
        await Share();
        Assert.Equal(
            "This return is not within your reach",
            (await Assert.ThrowsAsync<Refused>(() => Desk.Answer(id, dash, new(2, null, null, null), seen: 0, by: Colleague))).Message);
        Assert.Single(await Desk.Mail(), m => m.ToAddress == Borough.Lena.Email && m.Subject == "Part of a return for you");
        Assert.Equal(
            ["Questions with Lena Learner", "No longer with Lena Learner"],
            (await Desk.Load(id)).Events.Where(e => e.Step == ReturnStep.Shared).Select(e => e.Note));
    }

    [Fact]
    public async Task An_attachment_that_lies_is_refused_and_the_answer_kept_as_it_was()
    {
        var dash = (await Desk.Questions(id))["DASH"];
        var no = await Assert.ThrowsAsync<Refused>(() => Desk.Answer(
            id, dash, new(2, null, null, null), evidence: Document("policy.pdf", "PK not a PDF at all"u8.ToArray())));
        Assert.Equal("Evidence", no.Field);
        Assert.Empty(await Desk.Answers(id));
        await Desk.Answer(
            id, dash, new(2, null, null, Today.AddDays(-1)), evidence: Document("policy.pdf", "%PDF-1.7 a policy"u8.ToArray()));
        var found = await Desk.In((EvidenceFile file) => file.RunAsync(id, dash.Id, default));
        Assert.Equal("policy.pdf", found!.File.Name);
        await found.Content.DisposeAsync();
        Assert.Contains(
            "1 piece of evidence has expired", (await Desk.In((ReturnCheck check) => check.RunAsync(id, default))).Select(f => f.Sentence));
    }

    private static AnswerQuestion.Document Document(string name, byte[] bytes) => new(new MemoryStream(bytes), name);

    private Task State(GapLine line, int headcount, int holding, string reason) =>
        Desk.In((StateLine state) => state.RunAsync(Borough.Lead, id, line.Id, new(headcount, holding, reason), line.Version, default));

    private Task Confirm(DateTime seen) => Desk.In((ConfirmLines confirm) => confirm.RunAsync(Borough.Lead, id, seen, default));

    private Task<int> Recount() => Desk.In((RecountReturn recount) => recount.RunAsync(Borough.Lead, id, default));

    private async Task Share(params ReturnSection[] sections)
    {
        if (sections.Length > 0) await Desk.Has(Role.Learner, Borough.Lena, Borough.Homes);
        var seen = await Desk.Version(id);
        await Desk.In((ShareSections share) => share.RunAsync(Borough.Lead, id, Borough.Lena.Id, sections, seen, default));
    }

    private async Task TrainAnOfficerAsync()
    {
        await using var db = Database.Open();
        var officer = await db.Staff.SingleAsync(s => s.Name == "Housing officer 1");
        foreach (var level in new[] { 1, 2 }) await Borough.TrainedAsync(Database, officer, level, new(2026, 2, 2), new(2029, 2, 1));
    }
}
