using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>
/// A form that is sent six times in one moment, as by an impatient finger, or again from a page that was gone back to: it makes one thing,
/// every answer leads to it, and no form falls over.
/// </summary>
public sealed class SecondClicks : IAsyncLifetime
{
    private const int Clicks = 6;

    /// <summary>Together they reach every form.</summary>
    private static readonly Role[] Roles =
        [Role.Commissioner, Role.TrainingLead, Role.ExecutiveLead, Role.BoardMember, Role.Learner, Role.SystemAdministrator];

    private PortalApp app = null!;
    private PageIds ids = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        ids = await PageIds.OfBoroughAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private const string Training =
        "Training.Course=Noticing the signs&Training.AchievedOn.Day=3&Training.AchievedOn.Month=Sept&" +
        "Training.AchievedOn.Year=2026&Training.EndsOn.Year=2031";

    public static TheoryData<string, Role, string, string> Once => new()
    {
        { "CommitmentSignatures", Role.ExecutiveLead, "/Agencies/Commitments/Sign", "Office=Chief executive" },
        { "TrainingRecords", Role.Learner, "/Staff/Requests/Claim", Training },
        { "TrainingRecords", Role.TrainingLead, "/Staff/Training/Record", Training },
        { "Memberships", Role.Commissioner, "/Admin/People/Invite?Role=Auditor", "Email=someone.new@brambleford.example" },
        { "Users", Role.Commissioner, "/Admin/People/Invite?Role=Auditor", "Email=someone.else@brambleford.example" },
        { "Cycles", Role.Commissioner, "/Cycles/Plan",
            "Cycle.Title=Far ahead&Cycle.OpensOn.Year=2030&Cycle.CutOffOn.Year=2030&Cycle.DueAt.Year=2031&Cycle.EndsOn.Year=2031" },
        { "Meetings", Role.Commissioner, "/Meetings/Add",
            "Meeting.Day.Day=15&Meeting.Day.Month=8&Meeting.Day.Year=2027&Meeting.Starts=14:00" },
        { "Phases", Role.Commissioner, "/Agencies/Phases/Phases", "StartsOn.Day=1&StartsOn.Month=4&StartsOn.Year=2031" },
        { "Agencies", Role.Commissioner, "/Agencies/Add", "Form.Name=Brambleford Night Shelter" },
        { "Frameworks", Role.Commissioner, "/Framework/Start", "" },
        { "Editions", Role.Commissioner, "/Reports/Correct", "ChangeNote=One figure was wrong" },
        { "Staff", Role.TrainingLead, "/Staff/People/Add", "Who.Name=Wren Newly&Who.Email=&Job.JobTitle=Warden&Job.Manager=" },
        { "GapActions", Role.TrainingLead, "/Returns/Sections/Action, new", "DueOn.Year=2027" },
        { "CostLines", Role.TrainingLead, "/Returns/Sections/Cost, new", "Quantity=1&UnitPrice=36.18" },
        { "FundingSources", Role.Commissioner, "/Funding/Source", "" },
        { "FundingCommitments", Role.Commissioner, "/Funding/Commit", "" },
        { "ContributionRequests", Role.Commissioner, "/Funding/Ask", "" },
        { "Courses", Role.Commissioner, "/Courses/Catalogue/Add", "Form.Hours=6&Form.Link=&Form.Price=50&Form.AccreditedBy=&" +
            "Form.ContentReviewedOn.Day=&Form.ContentReviewedOn.Month=&Form.ContentReviewedOn.Year=&" +
            "Form.AccreditedUntil.Day=&Form.AccreditedUntil.Month=&Form.AccreditedUntil.Year=" },
        { "CourseRuns", Role.Commissioner, "/Courses/Runs/Add", "Form.MaxPlaces=12&" +
            "Form.Sessions[0].Day.Day=15&Form.Sessions[0].Day.Month=6&Form.Sessions[0].Day.Year=2027&Form.Sessions[0].Starts=10:00&" +
            "Form.Sessions[0].Ends=16:00&Form.ClosesAt.Day=1&Form.ClosesAt.Month=6&Form.ClosesAt.Year=2027&Form.OpensAt.Year=2026&" +
            "Form.ReleaseOn.Day=&Form.ReleaseOn.Month=&Form.ReleaseOn.Year=&Form.Allocations[0].Places=" },
    };

    [Theory, MemberData(nameof(Once))]
    public async Task Make_one_of_what_there_may_be_once(string table, Role role, string page, string typed)
    {
        await app.In((PortalDb db) => db.CommitmentSignatures.ExecuteDeleteAsync());
        var before = await CountAsync(table);
        var answers = await SendAsync(await app.SignedInAs(role), AddressOf(page), typed);

        if (await CountAsync(table) == before) Assert.Fail(answers is [var first, ..] ? first.Text : "There is no form");
        Assert.DoesNotContain(answers, a => a.Status >= HttpStatusCode.InternalServerError);
        Assert.Equal((before + 1, Clicks), (await CountAsync(table), answers.Count));
        var refused = answers.Where(a => a.Status == HttpStatusCode.BadRequest).ToList();
        Assert.All(refused, a => a.Shows("There is a problem"));
        Assert.DoesNotContain(refused, a => a.All("input[name$=Seen]").Count == 0);
        Assert.Single(answers.Except(refused).Select(a => a.Path).Distinct());
    }

    [Fact]
    public async Task Break_no_form()
    {
        var (broken, tried) = (new List<string>(), new HashSet<string>());
        foreach (var role in Roles)
        {
            var door = await app.SignedInAs(role);
            foreach (var page in PortalPage.AllOf(app)
                .Where(p => p.TakesPosts && p.OpensTo(role) && ids.Know(p.Route) && !tried.Contains(p.Name)))
            {
                var answers = await SendAsync(door, ids.Fill(page.Route, theirs: false), "");
                if (answers.Count > 0) tried.Add(page.Name);
                broken.AddRange(answers.Where(a => a.Status >= HttpStatusCode.InternalServerError)
                    .Select(a => $"{role.Words()}, {page.Name}: {(int)a.Status}"));
            }
        }
        Assert.True(broken.Count == 0, string.Join('\n', broken.Distinct()));
        Assert.InRange(tried.Count, 40, int.MaxValue);
    }

    /// <summary>", new": without the last part of the address, which names what there is already.</summary>
    private string AddressOf(string page)
    {
        if (page.Split(", ") is [var old, "new"]) return AddressOf(old)[..AddressOf(old).LastIndexOf('/')];
        return page.Split('?') is [var name, .. var query]
            ? string.Join('?', [ids.Fill(PortalPage.AllOf(app).Single(p => p.Name == name).Route, theirs: false), .. query]) : page;
    }

    private Task<int> CountAsync(string table) =>
        app.In((PortalDb db) => ((IQueryable<object>)typeof(PortalDb).GetProperty(table)!.GetValue(db)!).CountAsync());

    /// <summary>The answers to all clicks on the first button of a page that is filled in; none when the page has no form.</summary>
    private static async Task<IReadOnlyList<WebPage>> SendAsync(FrontDoor door, string address, string typed)
    {
        if (await LikelyAnswers.OpenAsync(door, address, typed) is not { } form) return [];
        var requests = Enumerable.Range(0, Clicks).Select(_ => form()).ToList();
        return await Task.WhenAll(requests.Select(request => Task.Run(() => door.Send(request))));
    }
}
