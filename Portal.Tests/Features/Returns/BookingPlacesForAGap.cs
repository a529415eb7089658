using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Sections;
using Portal.Tests.Features.Courses.Colleagues;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

/// <summary>A return of the lead's agency with one action, places on a course, for five people of one job.</summary>
public sealed class BookingPlacesForAGap : AtAnAgency
{
    private Id<AgencyReturn> id;
    private Id<JobRole> role;
    private List<Id<StaffMember>> people = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        id = new((await App.In((PortalDb db) => MadeUpReturn.WriteAsync(db, Own)))["returnId"]);
        role = (await App.In((PortalDb db) => db.GapLines.Where(l => l.ReturnId == id).Select(l => l.JobRoleId).SingleAsync()))!.Value;
        people = (await PeopleAsync(Own))[..3];
        await App.In(async (PortalDb db) =>
        {
            var (agency, job) = (await db.Agencies.SingleAsync(a => a.Id == Own), await db.JobRoles.SingleAsync(r => r.Id == role));
            var title = Given.Title(agency, "Made-up job", job);
            db.Add(title);
            foreach (var person in people)
                db.Add(Given.Post(await db.Staff.SingleAsync(s => s.Id == person), title));
            await db.SaveAsync(Viewer.System(Lead.PartnershipId), "Prepared a test", default);
        });
        App.Clock.Advance(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task An_action_counts_the_places_of_its_people_that_were_booked_since_and_lead_to_its_level()
    {
        var (right, higher, colleague) = (await RunAsync(level: 1), await RunAsync(level: 2, inDays: 40), (await PeopleAsync(Other))[0]);
        Assert.Equal("0 of 5 since 16 November 2026", (await CountAsync()).Words);
        await PlaceAsync(right, people[0]);
        await PlaceAsync(higher, people[1]);
        await PlaceAsync(right, colleague, Other);
        Assert.Equal(2, (await CountAsync()).Booked);
        var place = await PlaceAsync(right, people[2]);
        await App.In(async (PortalDb db) =>
        {
            var run = await db.CourseRuns.Include(r => r.Sessions).SingleAsync(r => r.Id == right.Id);
            (await db.Bookings.SingleAsync(b => b.Id == place.Id)).Cancel(run, Lead, App.Database.Clock.Now);
            await db.SaveAsync(Lead, "Cancelled", default);
        });
        Assert.Equal(2, (await CountAsync()).Booked);
        await TakenAtAsync(App.Database.Clock.Now);
        Assert.Equal(2, (await CountAsync()).Booked);
        await TakenAtAsync(App.Database.Clock.Now.AddMinutes(1));
        Assert.Equal(0, (await CountAsync()).Booked);

        Task TakenAtAsync(DateTime at) => App.In((PortalDb db) =>
            db.Returns.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.FiguresTakenAt, at)));
    }

    [Fact]
    public async Task A_lead_goes_from_the_action_to_the_dates_and_the_reviewer_reads_the_count_alone()
    {
        var run = await RunAsync(level: 1);
        await PlaceAsync(run, people[0]);
        var lead = await App.SignedInAs(Role.TrainingLead);
        var page = (await lead.Open($"/Returns/{id}/Actions")).Shows("Places booked", "1 of 5 since 16 November 2026");
        page = await page.Follow("Find dates for level 1");
        page.Shows("Dates that lead to level 1", "Made-up course");
        page = await lead.Open(page.All($"a[href^='/Courses/Dates/{run.Id}/Colleagues']")[0].GetAttribute("href")!);
        page.Shows("Book for your people");

        var commissioner = await App.SignedInAs(Role.Commissioner);
        (await commissioner.Open($"/Returns/{id}/Actions")).Shows("1 of 5 since").DoesNotShow("Find dates for level");
        (await commissioner.Open($"/Returns/{id}/Review")).Shows("Places booked for the gaps", "Two mornings", "1 of 5 since");
        (await commissioner.Open("/Courses/Levels/1/Dates")).Shows("Made-up course").DoesNotShow("Book for your people");
        (await commissioner.Open("/Courses/Levels/9/Dates")).Answers(HttpStatusCode.NotFound);
        (await App.SignedInAs(Role.TrainingAdministrator).Open($"/Returns/{id}/Actions")).Shows("Find dates for level 1");
    }

    private async Task<PlacesForActions.Count> CountAsync() => await App.In(async (PortalDb db) =>
    {
        var details = new Portal.Features.Returns.ReturnView(db, new(db), App.Database.Clock);
        var shown = (await details.RunAsync(Lead, id, default))!;
        var plans = await new ActionsSection(db, new(db)).RunAsync(id, default);
        return Assert.Single(await new PlacesForActions(db, App.Database.Clock).RunAsync(shown, plans, default)).Value;
    });
}
