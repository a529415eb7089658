using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>
/// A form that is sent six times in one moment, as by an impatient finger: what there may be once is there once, the others are
/// told so in words, and no form falls over.
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
    };

    [Theory, MemberData(nameof(Once))]
    public async Task Make_one_of_what_there_may_be_once(string table, Role role, string page, string typed)
    {
        await app.In((PortalDb db) => db.CommitmentSignatures.ExecuteDeleteAsync());
        var before = await CountAsync(table);
        var answers = await SendAsync(await app.SignedInAs(role), AddressOf(page), typed);

        Assert.DoesNotContain(answers, a => a.Status >= HttpStatusCode.InternalServerError);
        Assert.Equal((before + 1, Clicks - 1), (await CountAsync(table), answers.Count(a => a.Status == HttpStatusCode.BadRequest)));
        Assert.All(answers.Where(a => a.Status == HttpStatusCode.BadRequest), a => a.Shows("There is a problem"));
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

    private string AddressOf(string page) => page.Split('?') is [var name, .. var query]
        ? string.Join('?', [ids.Fill(PortalPage.AllOf(app).Single(p => p.Name == name).Route, theirs: false), .. query]) : page;

    private Task<int> CountAsync(string table) =>
        app.In((PortalDb db) => ((IQueryable<object>)typeof(PortalDb).GetProperty(table)!.GetValue(db)!).CountAsync());

    /// <summary>The answers to all clicks on the first button of a page that is filled in; none when the page has no form.</summary>
    private static async Task<IReadOnlyList<WebPage>> SendAsync(FrontDoor door, string address, string typed)
    {
        var page = await door.Open(address);
        var found = page.All("main form[method=post]").OfType<IHtmlFormElement>().FirstOrDefault();
        if (page.Status != HttpStatusCode.OK || found is not { } form) return [];
        FillIn(form, typed.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]));
        var button = form.QuerySelector("button, input[type=submit]") ?? form;
        var requests = Enumerable.Range(0, Clicks)
            .Select(_ => new FormSubmission(form, button, new Dictionary<IElement, (string, byte[])>()).Request(page.Address)).ToList();
        return await Task.WhenAll(requests.Select(request => Task.Run(() => door.Send(request))));
    }

    /// <summary>What is said, and something likely wherever nothing stands: the first choice, a number, a word.</summary>
    private static void FillIn(IHtmlFormElement form, Dictionary<string, string> typed)
    {
        var chosen = form.QuerySelectorAll("input[type=radio][checked]").Select(r => r.GetAttribute("name")!).ToHashSet();
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var said = typed.GetValueOrDefault(field.GetAttribute("name")!);
            switch (field)
            {
                case IHtmlSelectElement list when list.Options.Length > 0: list.Options[^1].IsSelected = true; break;
                case IHtmlInputElement { Type: "radio" } radio: radio.IsChecked |= chosen.Add(radio.Name!); break;
                case IHtmlInputElement { Type: "checkbox" } box: box.IsChecked = true; break;
                case IHtmlInputElement { Type: "text" or "email" } input when said is not null || input.Value.Length == 0:
                    input.Value = said ?? Likely(input);
                    break;
                case IHtmlTextAreaElement area when said is not null || area.Value.Length == 0: area.Value = said ?? "Once"; break;
            }
        }
    }

    private static string Likely(IHtmlInputElement input) => input switch
    {
        { Type: "email" } => "someone@brambleford.example",
        { Name: var name } when name!.EndsWith(".Year", StringComparison.Ordinal) => "2026",
        _ when input.GetAttribute("inputmode") is "numeric" or "decimal" => "1",
        _ => "Once",
    };
}
