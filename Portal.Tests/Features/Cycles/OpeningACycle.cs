using Microsoft.EntityFrameworkCore;
using Portal.Features.Returns;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Opening;
using Portal.Features.Returns.Sections;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Cycles;

public sealed class OpeningACycle : InACycle
{
    [Fact]
    public async Task Counts_everyone_once_under_the_job_that_needs_most()
    {
        var both = await Borough.HasAsync(Database, "Two jobs", Borough.Reception, started: new(2024, 1, 8));
        await Borough.HasAsync(Database, "Front desk", Borough.Reception, started: new(2024, 1, 8));
        await HoldsASecondJobAsync(both, Borough.Officer);
        var id = await Desk.Opened();
        var lines = await Desk.Lines(id);
        Assert.Equal((1, 1, 2), (lines["RECEPTION"].Headcount, lines["OFFICER"].Headcount, lines.Count));
        Assert.Equal((1, 2), (lines["RECEPTION"].LevelNumber, lines["OFFICER"].LevelNumber));
    }

    [Fact]
    public async Task Counts_what_is_held_lapsed_and_lapsing_as_a_person_would()
    {
        var held = await Borough.HasAsync(Database, "Holds it", Borough.Reception, started: new(2024, 1, 8));
        await Borough.TrainedAsync(Database, held, 1, new(2026, 1, 12), new(2029, 1, 11));
        var lapsed = await Borough.HasAsync(Database, "Lapsed yesterday", Borough.Reception, started: new(2024, 1, 8));
        await Borough.TrainedAsync(Database, lapsed, 1, new(2023, 11, 16), Today.AddDays(-1));
        var last = await Borough.HasAsync(Database, "Last day today", Borough.Reception, started: new(2024, 1, 8));
        await Borough.TrainedAsync(Database, last, 1, new(2023, 11, 17), Today);
        var soon = await Borough.HasAsync(Database, "Lapses in spring", Borough.Reception, started: new(2024, 1, 8));
        await Borough.TrainedAsync(Database, soon, 1, new(2024, 3, 1), new(2027, 2, 28));
        var unverified = await Borough.HasAsync(Database, "Says so", Borough.Reception, started: new(2024, 1, 8));
        await Borough.TrainedAsync(Database, unverified, 1, new(2026, 1, 12), verified: false);
        var upper = await Borough.HasAsync(Database, "Level 2 without level 1", Borough.Officer, started: new(2024, 1, 8));
        await Borough.TrainedAsync(Database, upper, 2, new(2026, 1, 12));
        var lines = await Desk.Lines(await Desk.Opened());
        var reception = lines["RECEPTION"];
        Assert.Equal((5, 3, 2, 2), (reception.Headcount, reception.Holding, reception.Expiring, reception.Gap));
        Assert.Equal((1, 0, 0, 1), (lines["OFFICER"].Headcount, lines["OFFICER"].Holding, lines["OFFICER"].Expiring, lines["OFFICER"].Gap));
    }

    [Fact]
    public async Task Counts_the_people_of_the_cut_off_day()
    {
        await Borough.HasAsync(Database, "Starts on the day", Borough.Reception, started: Today);
        await Borough.HasAsync(Database, "Starts the day after", Borough.Reception, started: Today.AddDays(1));
        await LeavesAsync(await Borough.HasAsync(Database, "Left on the day", Borough.Reception, started: new(2024, 1, 8)), Today);
        await LeavesAsync(
            await Borough.HasAsync(Database, "Leaves the day after", Borough.Reception, started: new(2024, 1, 8)), Today.AddDays(1));
        Assert.Equal(2, (await Desk.Lines(await Desk.Opened()))["RECEPTION"].Headcount);
    }

    [Fact]
    public async Task Lists_people_without_a_mapped_job_and_calls_them_no_gap()
    {
        await Borough.HasAsync(Database, "Odd one", null, started: new(2024, 1, 8));
        var line = (await Desk.Lines(await Desk.Opened()))["none"];
        Assert.Equal((1, 0, null), (line.Headcount, line.Gap, line.LevelNumber));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Names_a_mapped_job_of_which_the_framework_asks_no_level(bool listed)
    {
        var caretaker = new JobRole
        {
            PartnershipId = Borough.Partnership.Id, Code = "CARE", Title = "Caretaker", AgencyType = AgencyType.Housing
        };
        await Borough.SaveAsync(Database, caretaker);
        if (listed)
            await Borough.SaveAsync(Database, new LevelRequirement { FrameworkId = Borough.Framework.Id, JobRoleId = caretaker.Id });
        await Borough.HasAsync(Database, "Keeps the doors", caretaker, started: new(2024, 1, 8));
        var id = await Desk.Opened();
        var line = (await Desk.Lines(id))["CARE"];
        Assert.Equal((1, 0, null), (line.Headcount, line.Gap, line.LevelNumber));
        var row = Assert.Single(await Desk.In((PeopleSection people) => people.RunAsync(id, default)));
        Assert.Equal(("Caretaker", "No level asked"), (row.Title, row.NoLevel));
        Assert.DoesNotContain(await Desk.In((ReturnCheck check) => check.RunAsync(id, default)), f => f.Page == "~/Staff/Titles");
    }

    [Fact]
    public async Task Asks_each_open_agency_of_the_phase_and_tells_its_lead_once()
    {
        await Desk.HasLeads();
        await Desk.Has(Role.ExecutiveLead, Borough.Cora, Borough.Clinic);
        await CloseAsync(Borough.Clinic, Today.AddDays(1));
        var cycle = await Desk.Plan();
        await Desk.In((OpenCyclesJob job) => job.RunAsync(default));
        Assert.Equal(2, (await Desk.Returns(cycle)).Count);
        await Desk.In((OpenCyclesJob job) => job.RunAsync(default));
        Assert.Equal(
            "This cycle is open, so agencies already answer it. Give an extension to those who need one",
            await Desk.Refuses((OpenCycle open) => open.RunAsync(Borough.Commissioner, cycle, default)));
        var mail = await Desk.Mail();
        // The clinic has no training lead, so its executive lead is asked.
        Assert.Equal([Borough.Cora.Email, Borough.Tess.Email], mail.Select(m => m.ToAddress).Order());
        Assert.All(mail, m => Assert.Equal("A return to make", m.Subject));
        Assert.Contains("by 5pm on 14 December 2026", mail[0].Text);
    }

    [Fact]
    public async Task Asks_someone_who_leads_two_agencies_once_for_each()
    {
        await Desk.Has(Role.TrainingLead, Borough.Tess, Borough.Homes);
        await Desk.Has(Role.TrainingLead, Borough.Tess, Borough.Clinic);
        var homes = await Desk.Load(await Desk.Opened());
        var clinic = (await Desk.Returns(homes.CycleId)).Single(r => r.AgencyId == Borough.Clinic.Id);
        var mail = await Desk.Mail();
        Assert.All(mail, m => Assert.Equal(Borough.Tess.Email, m.ToAddress));
        Assert.Equal(2, mail.Count);
        Assert.Single(mail, m => m.Text.Contains("Brambleford Homes") && m.Text.Contains($"/Returns/{homes.Id}"));
        Assert.Single(mail, m => m.Text.Contains("Brook Lane Clinic") && m.Text.Contains($"/Returns/{clinic.Id}"));
        Assert.Null(await Desk.In((ReturnView view) => view.RunAsync(Borough.Lead, clinic.Id, default)));
        Assert.NotNull(await Desk.In((ReturnView view) => view.RunAsync(Borough.OtherLead, clinic.Id, default)));
    }

    [Fact]
    public async Task Leaves_out_an_agency_that_has_closed_and_a_phase_that_is_not_asked()
    {
        await CloseAsync(Borough.Clinic, Today);
        var cycle = await Desk.Plan();
        await Desk.In((OpenCycle open) => open.RunAsync(Borough.Commissioner, cycle, default));
        Assert.Equal(Borough.Homes.Id, Assert.Single(await Desk.Returns(cycle)).AgencyId);
    }

    [Fact]
    public async Task Happens_on_its_day_and_only_once_even_twice_at_once()
    {
        var cycle = await Desk.Plan(ReturnDesk.Days(opensOn: Today.AddDays(3)));
        await Desk.In((OpenCyclesJob job) => job.RunAsync(default));
        Assert.Equal(
            "This cycle opens on 19 November 2026",
            await Desk.Refuses((OpenCycle open) => open.RunAsync(Borough.Commissioner, cycle, default)));
        Assert.Empty(await Desk.Returns(cycle));
        Desk.Now = Desk.Now.AddDays(3);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Desk.In((OpenCyclesJob job) => job.RunAsync(default))));
        Assert.Equal(2, (await Desk.Returns(cycle)).Count);
    }

    [Fact]
    public async Task Carries_last_times_answers_forward_as_not_assessed()
    {
        await HasSixPeopleAsync();
        var first = await Desk.Opened(ReturnDesk.Days(endsOn: Today.AddDays(60)));
        await Desk.Submit(first);
        Desk.Now = Desk.Now.AddDays(90);
        var next = await Desk.Opened(ReturnDesk.Days(
            opensOn: Today.AddDays(90), cutOffOn: Today.AddDays(90), dueAt: ReturnDesk.Due.AddDays(90), endsOn: Today.AddDays(300),
            title: "Phase 1, 2027"));
        var answers = (await Desk.Answers(next)).Values.ToList();
        Assert.Equal(10, answers.Count);
        Assert.All(answers, a => Assert.True(a is { IsCarriedForward: true, IsAnswered: false, AnsweredBy: null, ModeratedScore: null }));
        var details = await Desk.In((ReturnView view) => view.RunAsync(Borough.Lead, next, default));
        Assert.Equal(0, details!.Progress.Percent);
        var rows = await Desk.In((QuestionsSection section) => section.RunAsync(details, default));
        Assert.All(rows, r => Assert.Equal("From last time, not assessed", r.Status));
        Assert.StartsWith(
            "Confirm 2 lines", await Desk.Refuses(async (SendReturn send) => await send.RunAsync(Borough.Lead, next, null, 0, default)));
        // What is saved again, even unchanged, counts.
        var dash = (await Desk.Questions(next))["DASH"];
        await Desk.Answer(next, dash, new(2, null, null, null), (await Desk.Answers(next))[dash.Id].Version);
        Assert.Equal(1, (await Desk.In((ReturnProgress progress) => progress.RunAsync(next, default))).QuestionsAnswered);
    }

    private async Task HoldsASecondJobAsync(StaffMember person, JobRole role)
    {
        await using var db = Database.Open();
        var title = new JobTitle
        {
            PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Homes.Id, Title = role.Title, JobRoleId = role.Id
        };
        db.AddRange(
            title, new Post
            {
                PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Homes.Id, StaffId = person.Id, JobTitleId = title.Id,
                StartedOn = new(2025, 1, 6)
            });
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", default);
    }

    private async Task LeavesAsync(StaffMember person, DateOnly day)
    {
        await using var db = Database.Open();
        (await db.Posts.SingleAsync(p => p.StaffId == person.Id)).Leave(day);
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", default);
    }

    private async Task CloseAsync(Agency agency, DateOnly day)
    {
        await using var db = Database.Open();
        (await db.Agencies.SingleAsync(a => a.Id == agency.Id)).Close(day);
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", default);
    }
}
