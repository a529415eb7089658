using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Frameworks;

public sealed class UsingTheFrameworkPages : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Everyone_reads_levels_statements_roles_and_other_frameworks()
    {
        var learner = await app.SignedInAs(Role.Learner);
        var page = await learner.Open("/Framework");
        page.Shows("Recognise and respond", "36 months", "within 3 months", "Version 1: in force").DoesNotShow("Start a draft");
        Assert.Contains(
            page.All("main a[href^='https://www.nice.org.uk']"), a => a.TextContent.StartsWith("NICE", StringComparison.Ordinal));
        (await page.Follow("3: Assess and plan")).Shows("L3.1", "It counts only when levels 1 and 2 have been held too");
        (await learner.Open("/Framework/Roles?Search=marac&Level=3")).Shows("Housing MARAC representative").DoesNotShow("Receptionist");
        (await learner.Open("/Framework/Others")).Shows("Frameworks of other places", "none includes another");
        (await learner.Open("/Framework/Levels/9")).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_commissioner_sees_whom_a_draft_would_change_before_publishing_it()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open("/Framework")).Press("Start a draft");
        page.Shows("This draft says the same as the version in force");
        var draft = page.Path;
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await app.SignedInAs(Role.BoardMember)).Open($"/Framework/Roles?frameworkId={draft.Split('/')[^1]}")).Status);

        page = await page.Follow("Change how long level 1 lasts");
        (await page.Fill("Number of months", "0").Press("Save in the draft")).Answers(HttpStatusCode.BadRequest)
            .Shows("Refresh period must be between 1 and 120 months");
        page = await page.Fill("Number of months", "6").Press("Save in the draft");
        page.Shows(
            "Level 1 changed in this draft", "1 change. If it were in force today", "would no longer be at the level they need",
            "What would change at each agency");

        (await page.Press("Publish version 2")).Answers(HttpStatusCode.BadRequest)
            .Shows("Enter the first day on which this version is in force");
        (await page.Fill("First day in force", new DateOnly(2026, 11, 1)).Press("Publish version 2")).Answers(HttpStatusCode.BadRequest)
            .Shows("The first day must be today or in the future");
        page = await page.Fill("First day in force", new DateOnly(2027, 4, 1)).Press("Publish version 2");
        page.Shows(
            "Version 2 is published and comes into force on 1 April 2027", "Version 2: to come, from 1 April 2027", "Version 1: in force");
        (await commissioner.Open(draft)).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_role_is_given_another_level_and_the_draft_discarded()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await (await commissioner.Open("/Framework")).Press("Start a draft"))
            .Follow("Change which level a job role needs");
        page = await page.Follow("Change the level of Housing officer");
        page = await page.Choose("Which level does Housing officer need?", "Level 3: Assess and plan").Press("Save in the draft");
        page.Shows("Housing officer changed in this draft", "Job roles and their levels");
        page = await page.Follow("Draft of version 2");
        page.Shows("would need another level");
        page = await page.Follow("Discard this draft");
        (await page.Press("Discard this draft")).Shows("Draft discarded", "Start a draft");
    }

    [Fact]
    public async Task A_draft_says_more_and_leads_back_to_the_line_that_was_changed()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await (await commissioner.Open("/Framework")).Press("Start a draft")).Follow("Change what level 2 says");
        page = await page.Fill("A starter must hold it within", "61").Press("Save in the draft");
        page.Answers(HttpStatusCode.BadRequest).Shows("Months for a starter must be between 0 and 60");
        page = await page.Fill("Name", "Ask and help").Fill("Least training", "7.5").Fill("A starter must hold it within", "4")
            .Press("Save in the draft");
        page.Shows("Level 2 changed in this draft", "Name of level 2", "Ask and help", "7.5 hours", "Within 4 months");
        Assert.NotEmpty(page.All("tr#level-2"));

        page = await page.Follow("Change which level a job role needs");
        var list = $"{page.Path}?{page.Address.Query.TrimStart('?')}&Search=officer";
        page = await (await commissioner.Open(list)).Follow("Retire Housing officer");
        page.Shows("Retire Housing officer?", "these titles are not mapped");
        page = await page.Press("Retire in the draft");
        page.Shows("Housing officer is retired in this draft", "Retired in this draft").DoesNotShow("Receptionist");
        page = await (await page.Follow("Bring back Housing officer")).Press("Save in the draft");
        page.Shows("Housing officer is back in this draft").DoesNotShow("Retired in this draft");

        page = await page.Follow("Add a job role");
        page = await page.Press("Add to the draft");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter a name", "Select a type of agency", "Select a level");
        page = await page.Fill("Name", "Night porter").Fill("Whom it means (optional)", "Whoever keeps the door at night.")
            .Choose("Type of agency", "Housing").Choose("Which level does it need?", "Level 1: Recognise and respond")
            .Press("Add to the draft");
        page.Shows("Night porter added to this draft", "Whoever keeps the door at night.");
    }

    [Fact]
    public async Task The_people_of_a_role_lead_to_the_list_of_them()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var page = await lead.Open("/Framework/Roles");
        var first = page.All("td a[href^='/Staff']")[0];
        page = await lead.Open(first.GetAttribute("href")!);
        page.Shows(Words.Count(int.Parse(first.ChildNodes[0].TextContent, Words.British), "person", "people"));
        (await (await app.SignedInAs(Role.BoardMember)).Open("/Framework/Roles")).Shows("People").DoesNotShow("People at your agency");
    }
}
