using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Features.Standards.Drafts;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Standards;

/// <summary>The commissioner changes what a standard says, and sees what that would do before it does it.</summary>
public class DraftingAStandard
{
    [Fact]
    public async Task The_commissioner_sees_how_many_agencies_a_draft_would_change_before_publishing_it()
    {
        await using var app = await PortalApp.CreateAsync();
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open("/Standards/S09")).Press("Start a draft");
        page.Shows("Draft of version 2", "This draft says the same as the version in force")
            .DoesNotShow("Agencies that would stand differently");

        page = await page.Follow("Change what this draft says");
        page = await page.Fill("Met at", "50").Fill("Partly met from", "20").Fill("Guidance", "Map the titles as people join.")
            .Choose("How severe is a flag?", "High").Press("Save in the draft");
        page.Shows(
            "Draft changed", "4 changes. If it were in force today,", "would stand differently", "Agencies that would stand differently",
            "100%", "50%", "Map the titles as people join.");
        (await (await app.SignedInAs(Role.BoardMember)).Open("/Standards/S09")).DoesNotShow("draft", "Start a draft");

        (await page.Press("Publish version 2")).Answers(HttpStatusCode.BadRequest)
            .Shows("Enter the first day on which this version is in force");
        (await page.Fill("First day in force", new DateOnly(2026, 11, 1)).Press("Publish version 2")).Answers(HttpStatusCode.BadRequest)
            .Shows("The first day must be today or in the future");
        page = await page.Fill("First day in force", new DateOnly(2027, 4, 1)).Press("Publish version 2");
        page.Shows(
            "Version 2 is published and comes into force on 1 April 2027",
            "Version 2: to come, from 1 April 2027. Met at 50%, partly from 20%",
            "Version 1: in force, from 1 January 2017 until 31 March 2027. Met at 100%, partly from 95%", "Start a draft");
        (await page.Follow("Version 2"))
            .Shows("This is version 2, which comes into force on 1 April 2027", "Map the titles as people join.")
            .DoesNotShow("Where agencies stand on");
        (await commissioner.Open("/Standards/S09/Draft")).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_what_was_typed_stays()
    {
        await using var app = await PortalApp.CreateAsync();
        var commissioner = await app.SignedInAs(Role.Commissioner);
        await (await commissioner.Open("/Standards/S06")).Press("Start a draft");
        var form = await commissioner.Open("/Standards/S06/Draft/Edit");
        var refused = await form.Fill("Met at", "101").Fill("Wording", "Another wording").Press("Save in the draft");
        refused.Answers(HttpStatusCode.BadRequest).Shows("Met at must be between 1% and 100%", "Another wording");
        (await form.Fill("Met at", "80").Fill("Partly met from", "80").Press("Save in the draft")).Answers(HttpStatusCode.BadRequest)
            .Shows("below the percentage at which it is met");
        (await form.Fill("Partly met from", "seventy").Press("Save in the draft")).Answers(HttpStatusCode.BadRequest);
        (await form.Fill("Partly met from", "70").Fill("Wording", "").Press("Save in the draft")).Answers(HttpStatusCode.BadRequest)
            .Shows("Enter the wording");
        (await form.Fill("Wording", "As before").Fill("Address of the source", "javascript:alert(1)").Press("Save in the draft"))
            .Answers(HttpStatusCode.BadRequest).Shows("Enter a web address that begins with https://");
        (await commissioner.Open("/Standards/S06/Draft")).Shows("This draft says the same as the version in force");
    }

    [Fact]
    public async Task Whoever_saves_second_looks_again_and_a_draft_can_be_discarded()
    {
        await using var app = await PortalApp.CreateAsync();
        var commissioner = await app.SignedInAs(Role.Commissioner);
        await (await commissioner.Open("/Standards/S01")).Press("Start a draft");
        var mine = await commissioner.Open("/Standards/S01/Draft/Edit");
        mine.DoesNotShow("Partly met from");
        await (await commissioner.Open("/Standards/S01/Draft/Edit")).Fill("Guidance", "Theirs").Press("Save in the draft");
        (await mine.Fill("Guidance", "Mine").Press("Save in the draft")).Answers(HttpStatusCode.BadRequest)
            .Shows("Someone changed this while you were looking", "Mine");
        (await (await commissioner.Open("/Standards/S01/Draft/Discard")).Press("Discard this draft"))
            .Shows("Draft discarded", "Start a draft");
    }

    [Fact]
    public async Task A_result_keeps_the_version_that_judged_it()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S09", "RolesMapped", metAt: 100, partlyAt: 95);
        foreach (var mapped in Enumerable.Range(0, 10)) await borough.PersonAsync(mapped < 8 ? 1 : null);
        await borough.EvaluateAsync(Borough.Today.AddDays(-10));
        var commissioner = borough.As(Role.Commissioner);

        await using var db = borough.Database.Open();
        await new StartDraft(db).RunAsync(commissioner, "S09", default);
        var terms = new StandardTerms("Most jobs are mapped", 80, 60, Severity.Low, null, "Guidance", "Source", null);
        await new ChangeDraft(db).RunAsync(commissioner, "S09", terms, 0, default);
        var effect = await new DraftEffect(db, borough.Database.Clock, new(db, Borough.Measures(db))).RunAsync(
            commissioner, (await new StandardDraft(db, borough.Database.Clock).RunAsync(commissioner, "S09", default))!, default);
        var change = Assert.Single(effect.Changes);
        Assert.Equal(
            (Outcome.NotMet, Outcome.Met, 1, 0, 1), (change.Was, change.Becomes, effect.FlagsClosed, effect.FlagsOpened, effect.Agencies));

        var from = borough.Database.Clock.Today;
        await new PublishDraft(db, borough.Database.Clock).RunAsync(commissioner, "S09", from, 1, default);
        await borough.EvaluateAsync(from);
        var versions = await db.Standards.AsNoTracking().Where(s => s.Code == "S09").ToDictionaryAsync(s => s.Id, s => s.Number);
        var history = await borough.HistoryAsync("S09");
        Assert.Equal([(1, Outcome.NotMet), (2, Outcome.Met)], history.Select(r => (versions[r.StandardId], r.Outcome)));
        Assert.Contains("80%", Assert.Single(await borough.FlagsAsync()).ClosedBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_commissioner_drafts_and_only_what_is_measured()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S09", "RolesMapped");
        await borough.AddAsync(new Standard
        {
            PartnershipId = borough.Partnership.Id, Code = "S20", Number = 1, ShortName = "Signed", Wording = "Signed", Rule = "Signed",
            Severity = Severity.Low, PerLevel = false,
            Basis = Basis.GoodPractice, SourceTitle = "Source", Guidance = "", ClearedBy = "Sign",
        });
        await using var db = borough.Database.Open();
        await Assert.ThrowsAsync<Refused>(() => new StartDraft(db).RunAsync(borough.As(Role.BoardMember), "S09", default));
        var no = await Assert.ThrowsAsync<Refused>(() => new StartDraft(db).RunAsync(borough.As(Role.Commissioner), "S20", default));
        Assert.Equal("Nothing measures this standard yet, so it cannot come into force", no.Message);
        await new StartDraft(db).RunAsync(borough.As(Role.Commissioner), "S09", default);
        no = await Assert.ThrowsAsync<Refused>(() => new StartDraft(db).RunAsync(borough.As(Role.Commissioner), "S09", default));
        Assert.Equal("A draft is already there. Publish or discard it first", no.Message);
    }
}
