using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.Titles;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed class MappingJobTitles : IAsyncLifetime
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
    public async Task Many_titles_are_mapped_on_one_page()
    {
        await HaveAsync("Senior housing officer", "Head housing officer", "Wizard");
        var page = await lead.Open("/Staff/Titles");
        (await page.Press("Save")).Answers(HttpStatusCode.BadRequest).Shows("Select a job role for at least one job title");
        page = await page.Choose("Job role of Senior housing officer", "Housing officer")
            .Choose("Job role of Head housing officer", "Housing officer").Press("Save");
        page.Shows("2 job titles mapped", "Wizard").DoesNotShow("Senior housing officer");
    }

    [Fact]
    public async Task A_title_that_somebody_mapped_meanwhile_is_not_mapped_over()
    {
        var title = (await HaveAsync("Senior housing officer"))[0];
        var page = await lead.Open("/Staff/Titles");
        await app.In(async (PortalDb db) =>
        {
            (await db.JobTitles.SingleAsync(t => t.Id == title)).JobRoleId = await db.JobRoles.Select(r => r.Id).FirstAsync();
            await db.SaveAsync(Viewer.System(await db.Partnerships.Select(p => p.Id).SingleAsync()), "Mapped it", default);
        });
        page = await page.Choose("Job role of Senior housing officer", "Housing officer").Press("Save");
        page.Answers(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_others_chose_for_the_title_comes_first_and_nothing_alike_is_not_called_likely()
    {
        var (own, other) = ((await HaveAsync("Gaffer", "Xyz"))[0], "gaffer");
        await app.In(async (PortalDb db) =>
        {
            var elsewhere = await db.Agencies.FirstAsync(a => a.Name != DemoBorough.OwnAgency);
            var role = await db.JobRoles.Where(r => r.AgencyType == elsewhere.Type).OrderByDescending(r => r.Title).FirstAsync();
            db.Add(new JobTitle { PartnershipId = elsewhere.PartnershipId, AgencyId = elsewhere.Id, Title = other, JobRoleId = role.Id });
            await db.SaveAsync(Viewer.System(elsewhere.PartnershipId), "Mapped theirs", default);
        });
        var (partnership, chosen) = await app.In(async (PortalDb db) =>
            (await db.Partnerships.Select(p => p.Id).SingleAsync(),
                (await db.JobTitles.SingleAsync(t => t.Title == other)).JobRoleId));
        var viewer = Viewer.System(partnership);
        var rows = await app.In(async (PortalDb db) => await db.JobTitles.Where(t => t.Title == "Gaffer" || t.Title == "Xyz")
            .Select(t => new UnmappedTitles.Row { Id = t.Id, Title = t.Title, Agency = "", AgencyType = AgencyType.Housing, People = 1 })
            .ToListAsync());
        var likely = await app.In((LikelyRoles roles) => roles.RunAsync(viewer, rows, default));
        Assert.Equal((chosen, true), likely[own][0] is var first ? (first.Id, first.IsLikely) : default);
        Assert.DoesNotContain(likely[rows.Single(r => r.Title == "Xyz").Id], o => o.IsLikely);
    }

    /// <summary>Somebody at the training lead's agency has each of these titles, which nobody has mapped.</summary>
    private Task<List<Id<JobTitle>>> HaveAsync(params string[] titles) => app.In(async (PortalDb db) =>
    {
        var agency = await db.Agencies.SingleAsync(a => a.Name == DemoBorough.OwnAgency);
        var posts = await db.Posts.Where(p => p.AgencyId == agency.Id && p.LeftOn == null).Take(titles.Length).ToListAsync();
        var made = titles.Select(t => new JobTitle { PartnershipId = agency.PartnershipId, AgencyId = agency.Id, Title = t }).ToList();
        db.AddRange(made);
        foreach (var (post, title) in posts.Zip(made)) post.JobTitleId = title.Id;
        await db.SaveAsync(Viewer.System(agency.PartnershipId), "Changed jobs", default);
        return made.ConvertAll(t => t.Id);
    });
}
