using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

/// <summary>
/// The lead of one agency tries through the pages to see someone of another whose name and address they have guessed, in every
/// spelling: nobody becomes visible, and both agencies read what was tried.
/// </summary>
public sealed class NobodyIsOpenedUp : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor lead = null!;
    private StaffMember target = null!, leaver = null!, unlisted = null!;
    private Id<Agency> own, theirs;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        lead = await app.SignedInAs(Role.TrainingLead);
        await app.In(async (PortalDb db) =>
        {
            var (here, there) = (await app.AgencyAsync(DemoBorough.OwnAgency), await app.AgencyAsync(DemoBorough.AnotherAgency));
            (own, theirs) = (here.Id, there.Id);
            var partnership = here.PartnershipId;
            var title = await db.JobTitles.FirstAsync(t => t.AgencyId == theirs);
            StaffMember Person(string name, string email) =>
                db.Staff.Add(new() { PartnershipId = partnership, Name = name, Email = email }).Entity;
            Post At(StaffMember person) =>
                db.Posts.Add(new() { PartnershipId = partnership, AgencyId = theirs, StaffId = person.Id, JobTitleId = title.Id }).Entity;
            target = Person("Siân O’Brien-Łask", "sian.obrien@council.example");
            (leaver, unlisted) = (Person("Lee Leaver", "lee.leaver@council.example"), Person("Una Unlisted", "una@council.example"));
            At(target);
            At(leaver).Leave(new(2026, 1, 1));
            foreach (var person in new[] { target, leaver, unlisted })
                db.TrainingRecords.Add(new()
                {
                    PartnershipId = partnership, StaffId = person.Id, LevelNumber = 1, AchievedOn = new(2026, 1, 1),
                    Course = "Entered by the other", Source = RecordSource.Agency, RecordedBy = null,
                });
            await db.SaveAsync(Viewer.System(partnership), "Prepared a test", default);
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("Siân O’Brien-Łask", "sian.obrien@council.example", true)]
    [InlineData("SIÂN O'BRIEN ŁASK", "SIAN.OBRIEN@COUNCIL.EXAMPLE", true)]
    [InlineData("  Obrien Lask,  Sian ", "  sian.obrien@council.example  ", true)]
    [InlineData("Sia\u0302n O‘Brien-Lask", "Sian.OBrien@Council.Example", true)]
    // Letters that look alike are others: a Cyrillic i in the address, a Greek omicron in the name, a capital I with a dot.
    [InlineData("Siân \u039f’Brien-Łask", "sian.obrien@council.example", false)]
    [InlineData("Siân O’Brien-Łask", "sian.obrien+1@council.example", false)]
    [InlineData("Siân O’Brien-Łask", "s\u0456an.obrien@council.example", false)]
    [InlineData("Siân O’Brien-Łask", "sian.obrien@council.example.", false)]
    [InlineData("Siân O’Brien-Łask", "sian.obr\u0130en@council.example", false)]
    [InlineData("Zoe Nosy", "sian.obrien@council.example", false)]
    [InlineData("Siân Nosy", "sian.obrien@council.example", false)]
    [InlineData("Lee Leaver", "lee.leaver@council.example", true)]
    [InlineData("Una Unlisted", "una@council.example", true)]
    public async Task By_adding_them(string name, string email, bool asked)
    {
        var before = await VisibleAsync();
        var page = await AddAsync(name, email);
        if (asked) page.Shows("is added when they or the agency that knows them agree", "Asked for by your agency", "Volunteer");
        await NothingOpenedAsync(before);
        Assert.Equal(asked ? 1 : 0, await app.In((PortalDb db) => db.PostRequests.CountAsync(r => r.State == PostRequestState.Waiting)));
    }

    [Fact]
    public async Task By_the_address_of_a_line_manager()
    {
        var form = await lead.Open("/Staff/Add");
        form.Fill("Full name", "Zuri Test").Fill("Job title", "Volunteer").Fill("Line manager’s email address (optional)", target.Email!);
        (await form.Press("Add this person")).Answers(HttpStatusCode.BadRequest).Shows("Nobody at this agency has this email address");
        await NothingOpenedAsync([]);
    }

    [Fact]
    public async Task By_bringing_back_someone_who_has_worked_elsewhere_since()
    {
        await app.In(async (PortalDb db) =>
        {
            var title = await db.JobTitles.FirstAsync(t => t.AgencyId == own);
            var once = new Post { PartnershipId = title.PartnershipId, AgencyId = own, StaffId = target.Id, JobTitleId = title.Id };
            once.Leave(new(2020, 1, 1));
            db.Add(once);
            await db.SaveAsync(Viewer.System(title.PartnershipId), "Prepared a test", default);
        });
        var page = await (await lead.Open($"/Staff/{target.Id}/Return")).Fill("Job title", "Caretaker").Press("Add this job");
        page.Shows("Asked. Siân O’Brien-Łask is added when they or the agency that knows them agree");
        (await lead.Open($"/Staff/{target.Id}/Jobs/Add")).Answers(HttpStatusCode.NotFound);
        await NothingOpenedAsync([]);
    }

    [Fact]
    public async Task By_answering_for_them()
    {
        await AddAsync(target.Name, target.Email!);
        var request = await app.In((PortalDb db) => db.PostRequests.Select(r => r.Id).SingleAsync());
        (await lead.Open($"/Staff/Requests/{request}")).Answers(HttpStatusCode.NotFound);
        (await lead.Open($"/Staff/Answer?code={request}")).Shows("There is nothing to answer here");
        await NothingOpenedAsync([]);
        var (here, there) = (await LineAsync(own), await LineAsync(theirs));
        Assert.Equal($"Asked for {target.Name} to be added to the staff of {DemoBorough.OwnAgency}", here);
        Assert.Equal(here, there);
    }

    private async Task<WebPage> AddAsync(string name, string email) => await (await lead.Open("/Staff/Add"))
        .Fill("Full name", name).Fill("Work email address (optional)", email).Fill("Job title", "Volunteer").Press("Add this person");

    /// <summary>Of the people here, none has become one whom the lead sees, nor have they or anything of theirs changed.</summary>
    private async Task NothingOpenedAsync(IReadOnlyList<Id<StaffMember>> before)
    {
        foreach (var person in new[] { target, leaver, unlisted })
        {
            foreach (var path in new[] { "", "/Edit", "/Jobs/Add", "/Training/Add", "/ReportError" })
                (await lead.Open($"/Staff/{person.Id}{path}")).Answers(HttpStatusCode.NotFound).DoesNotShow("Entered by the other");
            var (record, now) = await app.In(async (PortalDb db) =>
                (await db.TrainingRecords.SingleAsync(r => r.StaffId == person.Id), await db.Staff.SingleAsync(s => s.Id == person.Id)));
            foreach (var path in new[] { "", "/Evidence" })
                (await lead.Open($"/Staff/Training/{record.Id}{path}")).Answers(HttpStatusCode.NotFound);
            Assert.Equal((person.Name, person.Email), (now.Name, now.Email));
        }
        Assert.Empty((await VisibleAsync()).Except(before).Intersect([target.Id, leaver.Id, unlisted.Id]));
        // Somebody new with an address that looks like theirs may stand there.
        var links = (await lead.Open("/Staff?Search=council.example")).All("a[href]").Select(a => a.GetAttribute("href")!).ToList();
        foreach (var person in new[] { target, leaver, unlisted })
            Assert.DoesNotContain(links, l => l.Contains($"{person.Id}", StringComparison.Ordinal));
    }

    private Task<List<Id<StaffMember>>> VisibleAsync() => app.In((PortalDb db) =>
        db.Posts.Where(p => p.AgencyId == own && p.LeftOn == null).Select(p => p.StaffId).ToListAsync());

    private Task<string> LineAsync(Id<Agency> agency) => app.In((PortalDb db) =>
        db.AuditEntries.Where(e => e.AgencyId == agency).OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Select(e => e.What).FirstAsync());
}
