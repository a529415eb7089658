using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>A form that is sent again later, from a page that was gone back to or because its answer was lost.</summary>
public sealed class SendingAFormAgain : IAsyncLifetime
{
    /// <summary>Together they reach every form.</summary>
    private static readonly Role[] Roles =
        [Role.Commissioner, Role.TrainingLead, Role.ExecutiveLead, Role.BoardMember, Role.Learner, Role.SystemAdministrator];

    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Makes_nothing_more_whichever_form_it_is()
    {
        var ids = await PageIds.OfBoroughAsync(app);
        var (wrong, made) = (new List<string>(), new HashSet<string>());
        foreach (var role in Roles)
        {
            var door = await app.SignedInAs(role);
            foreach (var page in PortalPage.AllOf(app)
                .Where(p => p.TakesPosts && p.OpensTo(role) && ids.Know(p.Route) && !made.Contains(p.Name)))
            {
                var spent = await CountAsync("UsedForms");
                if (await SendTwiceAsync(door, ids.Fill(page.Route, theirs: false)) is not { } again) continue;
                if (await CountAsync("UsedForms") == spent) continue;
                made.Add(page.Name);
                if (again.Saved) wrong.Add($"{page.Name} was saved again");
                if (again.Answer.Status >= HttpStatusCode.BadRequest) wrong.Add($"{page.Name} answers {(int)again.Answer.Status}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(made.Count, 15, int.MaxValue);
    }

    [Fact]
    public async Task Asks_when_something_else_was_typed_meanwhile_and_loses_nothing()
    {
        var page = await (await app.SignedInAs(Role.Commissioner)).Open("/Funding/Ask");
        page.Fill("Board", "Safeguarding board").Fill("Amount asked", "£7,500");
        page.Fill("Asked on", app.Database.Clock.Today);
        var before = await CountAsync("ContributionRequests");

        var refused = await page.Fill("Amount asked", "lots").Press("Save");
        refused.Answers(HttpStatusCode.BadRequest);
        (await page.Fill("Amount asked", "£7,500").Press("Save")).Shows("Request recorded");
        var asked = await page.Fill("Amount asked", "£8,000").Press("Save");

        asked.Answers(HttpStatusCode.BadRequest).Shows("You have saved this form once already. If what it says now is something more");
        Assert.Equal(("£8,000", before + 1), (asked.Value("Amount asked"), await CountAsync("ContributionRequests")));
        (await asked.Press("Save")).Shows("Request recorded");
        Assert.Equal(before + 2, await CountAsync("ContributionRequests"));
    }

    [Fact]
    public async Task Takes_another_file_of_the_same_name_and_length_for_another()
    {
        var page = await (await app.SignedInAs(Role.TrainingLead)).Open("/Imports/Upload?kind=StaffList");
        var columns = await page.Upload("Choose a file", "us.csv", "Name,Job\nOne,Warden"u8.ToArray()).Press("Upload");
        Assert.Equal(columns.Path, (await page.Press("Upload")).Shows("You have saved this form already").Path);

        var asked = await page.Upload("Choose a file", "us.csv", "Name,Job\nTwo,Warden"u8.ToArray()).Press("Upload");
        asked.Answers(HttpStatusCode.BadRequest).Shows("You have saved this form once already");
        Assert.Equal(1, await app.In((PortalDb db) => db.Imports.CountAsync(i => i.FileName == "us.csv")));
    }

    /// <summary>The second answer, and whether it saved anything; null when the first press was not taken.</summary>
    private async Task<(WebPage Answer, bool Saved)?> SendTwiceAsync(FrontDoor door, string address)
    {
        if (await LikelyAnswers.OpenAsync(door, address) is not { } form) return null;
        if ((await door.Send(form())).Status >= HttpStatusCode.BadRequest) return null;
        var before = await CountAsync("AuditEntries");
        var answer = await door.Send(form());
        return (answer, await CountAsync("AuditEntries") > before);
    }

    private Task<int> CountAsync(string table) =>
        app.In((PortalDb db) => ((IQueryable<object>)typeof(PortalDb).GetProperty(table)!.GetValue(db)!).CountAsync());
}
