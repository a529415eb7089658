using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>The commissioner makes the draft of the fictional borough their own, by the pages.</summary>
public sealed class MakingThePaperOnesOwn : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;
    private Edition draft = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        commissioner = await app.SignedInAs(Role.Commissioner);
        draft = await EditionAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_decided_stands_in_page_home_file_and_message_alike()
    {
        var list = await commissioner.Open($"/Reports/{draft.Id}");
        list = await list.Follow("Change the recommendations");
        var all = draft.Read().Recommendations;
        Assert.True(all.Count >= 3);
        list.Answers(HttpStatusCode.OK).Shows([.. all]);

        list = await (await list.Follow("Change recommendation 1")).Fill("What the board is asked", "Note how we stand.").Press("Save");
        list = await list.Press("Leave out recommendation 2");
        list.Shows("Recommendation left out", "Note how we stand.", "Left out");
        list = await (await list.Follow("Add a recommendation")).Fill("What the board is asked", "Thank the trainers.").Press("Save");
        list.Shows("Recommendation added");

        string[] expected = ["Note how we stand.", .. all.Skip(2), "Thank the trainers."];
        Assert.Equal(expected, (await EditionAsync()).Read().Recommendations);
        var paper = await commissioner.Open($"/Reports/{draft.Id}");
        Assert.Equal(expected, paper.All("section[aria-labelledby=recommendations] > ol > li").Select(l => l.TextContent.Trim()));
        paper.Shows("Recommendation changed", $"Before: {all[0]}");
        Assert.Equal(expected, DownloadedSheet.OfCsv((await commissioner.Fetch(
            $"/Reports/Download/{draft.Id}?format=recommendations-csv")).Bytes).Select(r => r["The board is asked"]));
        (await commissioner.Open($"/Reports/Approve/{draft.Id}")).Shows($"{expected.Length} things");

        list = await list.Press("Put back, number 1 of those left out");
        list.Shows("Recommendation put back");
        Assert.Contains(all[1], (await EditionAsync()).Read().Recommendations);
    }

    [Fact]
    public async Task Several_are_put_together_without_script()
    {
        var all = draft.Read().Recommendations;
        var merge = await (await commissioner.Open($"/Reports/Recommendations/{draft.Id}")).Follow("Put several together");
        (await merge.Tick(all[0]).Press("Continue")).Shows("There is a problem", "Select two or more recommendations");
        var words = await merge.Tick(all[0]).Tick(all[1]).Press("Continue");
        Assert.Equal($"{all[0]}\n{all[1]}", words.Value("What the board is asked").Replace("\r", "", StringComparison.Ordinal));
        var list = await words.Fill("What the board is asked", "Both at once.").Press("Put them together");
        list.Shows("Both at once.", $"Put together from: {all[1]}");
        Assert.Equal(["Both at once.", .. all.Skip(2)], (await EditionAsync()).Read().Recommendations);
        (await list.Press("Take out again, from recommendation 1")).Shows("Recommendation put back");
        Assert.Equal(["Both at once.", .. all.Skip(1)], (await EditionAsync()).Read().Recommendations);
    }

    [Fact]
    public async Task Nothing_empty_nothing_endless_and_nothing_after_approval_and_what_was_typed_stays()
    {
        var add = await commissioner.Open($"/Reports/Recommendations/Change/{draft.Id}");
        (await add.Press("Save")).Answers(HttpStatusCode.BadRequest).Shows("Write what the board is asked");
        var lengthy = new string('x', 5_000);
        var refused = await add.Fill("What the board is asked", lengthy).Press("Save");
        refused.Answers(HttpStatusCode.BadRequest).Shows("A recommendation must be 2,000 characters or fewer");
        Assert.Equal(lengthy, refused.Value("What the board is asked"));

        var approve = await commissioner.Open($"/Reports/Approve/{draft.Id}");
        await approve.Tick("I have read this report and approve it for issue").Press($"Approve edition {draft.Number}");
        var late = await add.Fill("What the board is asked", "Thank the trainers.").Press("Save");
        late.Answers(HttpStatusCode.BadRequest).Shows($"Edition {draft.Number} is already approved. Withdraw the approval to change it");
        Assert.Equal("Thank the trainers.", late.Value("What the board is asked"));
        (await commissioner.Open($"/Reports/Recommendations/{draft.Id}")).Shows("Withdraw the approval to change its recommendations")
            .DoesNotShow("Add a recommendation");
    }

    [Fact]
    public async Task Approving_shows_the_message_and_each_person_once_and_can_be_withdrawn()
    {
        var approve = await commissioner.Open($"/Reports/Approve/{draft.Id}");
        approve.Shows($"Papers for the meeting on {Words.Day(draft.MeetingOn)}", "is ready to read", "Please acknowledge it",
            $"it goes to the board on {Words.Day(draft.IssueOn)}");
        var shown = approve.All("main tbody tr").Select(r => r.QuerySelector("th")!.TextContent.Trim()).ToList();
        var approved = await approve.Tick("I have read this report and approve it for issue").Press($"Approve edition {draft.Number}");
        var withdrawn = await (await approved.Follow("Withdraw approval")).Press("Withdraw the approval");
        withdrawn.Shows("is a draft again", "Approval withdrawn", "Approved by");
        Assert.Equal((EditionState.Draft, null), ((await EditionAsync()).State, (await EditionAsync()).Hash));

        approve = await commissioner.Open($"/Reports/Approve/{draft.Id}");
        await approve.Tick("I have read this report and approve it for issue").Press($"Approve edition {draft.Number}");
        app.Clock.Now = draft.IssueOn.ToDateTime(new(12, 0), DateTimeKind.Utc);
        await app.In((Portal.Features.Reports.IssueEditionsJob job) => job.RunAsync(default));
        var got = await app.In((PortalDb db) => db.EditionRecipients.Where(r => r.EditionId == draft.Id).Select(r => r.Name).ToListAsync());
        Assert.Equal(got.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        var texts = await app.In((PortalDb db) => db.Outbox.Where(m => m.Key.StartsWith($"edition/{draft.Id}"))
            .Select(m => m.Text).ToListAsync());
        Assert.All(texts, t => Assert.Contains("is ready to read", t));
    }

    [Fact]
    public async Task Figures_are_written_again_only_after_it_was_shown_what_changes_and_the_commissioners_words_stay()
    {
        await (await commissioner.Open($"/Reports/Recommendations/{draft.Id}")).Press("Leave out recommendation 2");
        var before = await EditionAsync();
        var flag = before.Read().Agencies[0].Flags[0];
        await app.In((PortalDb db) => db.StandardResults.Where(r => r.StandardCode == flag.Code
                && r.AgencyId == new Id<Agency>(before.Read().Agencies[0].AgencyId))
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Denominator, x => x.Denominator + 7)));
        var again = await (await commissioner.Open($"/Reports/{draft.Id}")).Follow("Write the figures again");
        again.Shows("Nothing has been changed yet", flag.Reference,
            $"{flag.Outcome.Words()}, {Words.Number(flag.Numerator)} of {Words.Number(flag.Denominator)}",
            $"{Words.Number(flag.Numerator)} of {Words.Number(flag.Denominator + 7)}");
        Assert.Equal(before.Content, (await EditionAsync()).Content);
        (await again.Press("Write the figures again")).Shows("The figures are written again");
        var after = await EditionAsync();
        Assert.Equal(flag.Denominator + 7, after.Read().Flags.Single(f => f.FlagId == flag.FlagId).Denominator);
        Assert.Equal(before.Read().Recommendations.Count, after.Read().Recommendations.Count);
        Assert.Single(after.Recommendations, r => r.IsDropped);
        (await commissioner.Open($"/Reports/WriteAgain/{draft.Id}")).Shows("Nothing would change");
    }

    [Fact]
    public async Task What_closed_after_the_cut_off_is_said_where_it_is_asked_about()
    {
        var content = draft.Read();
        var asked = content.Asked[0];
        var agency = content.Agencies.Single(a => a.AgencyId == asked.AgencyId);
        var day = DateOnly.FromDateTime(app.Clock.Now);
        var named = content.Flags.Select(f => new Id<Flag>(f.FlagId)).ToList();
        var count = await app.In(async (PortalDb db) =>
        {
            foreach (var flag in agency.Flags)
                (await db.Flags.SingleAsync(f => f.Id == new Id<Flag>(flag.FlagId)))
                    .Close(Viewer.System(draft.PartnershipId), day, "Done", app.Clock.Now);
            await db.SaveOwnHistoryAsync(default);
            return await db.Flags.CountAsync(f => named.Contains(f.Id) && f.ClosedOn != null);
        });
        var closed = $"Since the cut-off on {Words.Day(content.CutOffOn)}: {Words.Count(count, "flag")} named in this report";
        var approve = await commissioner.Open($"/Reports/Approve/{draft.Id}");
        approve.Shows(closed);
        var paper = await approve.Tick("I have read this report and approve it for issue").Press($"Approve edition {draft.Number}");
        paper.Shows(closed);
        var entry = string.Join(' ', paper.All($"section[aria-labelledby='agency-{asked.AgencyId}'] tbody tr").Select(r => r.TextContent));
        var sentence = $"Since the cut-off on {Words.Day(content.CutOffOn)}: closed on {Words.Day(day)}.";
        Assert.Equal(agency.Flags.Count, entry.Split(sentence).Length - 1);
        var row = paper.All("section[aria-labelledby=recommendations] tbody tr").First(r => r.TextContent.Contains(asked.Agency));
        Assert.Contains($"closed on {Words.Day(day)}", row.TextContent);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_or_refused_in_words()
    {
        (await commissioner.Open($"/Reports/Recommendations/Change/{draft.Id}?key=nonsense")).Answers(HttpStatusCode.NotFound);
        var list = await commissioner.Open($"/Reports/Recommendations/{draft.Id}");
        (await list.Press("Leave out recommendation 1")).Shows("Recommendation left out");
        // The same button of a page that was open in another window.
        (await list.Press("Leave out recommendation 1")).Answers(HttpStatusCode.BadRequest).Shows("Someone changed this");
        (await (await app.SignedInAs(Role.BoardMember)).Open($"/Reports/Recommendations/{draft.Id}")).Answers(HttpStatusCode.Forbidden);
    }

    private Task<Edition> EditionAsync() => app.In((PortalDb db) => draft is null
        ? db.Editions.AsNoTracking().SingleAsync(e => e.State == EditionState.Draft)
        : db.Editions.AsNoTracking().SingleAsync(e => e.Id == draft.Id));
}
