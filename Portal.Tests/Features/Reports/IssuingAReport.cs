using Microsoft.EntityFrameworkCore;
using Portal.Features.Reports;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

public sealed class IssuingAReport : ReportScene
{
    [Fact]
    public async Task The_draft_is_prepared_on_its_day_and_once()
    {
        On(2026, 11, 6);
        await PrepareAsync();
        Assert.Empty(await EditionsAsync());
        On(2026, 11, 9);
        await PrepareAsync();
        await PrepareAsync();
        var edition = Assert.Single(await EditionsAsync());
        Assert.Equal((1, EditionState.Draft, new(2026, 11, 4)), (edition.Number, edition.State, edition.CutOffOn));
    }

    [Fact]
    public async Task It_says_what_stood_on_the_cut_off_day_and_not_what_came_after()
    {
        var flag = await StandsAsync(Borough.Homes, Outcome.NotMet, 60, 100, from: new(2026, 10, 1), until: new(2026, 11, 6));
        await StandsAsync(Borough.Homes, Outcome.Met, 95, 100, from: new(2026, 11, 6));
        await StandsAsync(Borough.Clinic, Outcome.Met, 10, 10, from: new(2026, 10, 1));
        await PrepareAsync();
        var content = (await EditionsAsync()).Single().Read();
        var entry = Assert.Single(Assert.Single(content.Agencies).Flags);
        Assert.Equal(
            (flag.Reference, Outcome.NotMet, 60, 100, FlagChange.New, 1),
            (entry.Reference, entry.Outcome, entry.Numerator, entry.Denominator, entry.Change, entry.TimesReported));
        Assert.Equal((2, 1, 1), (content.Headline.InScope, content.Headline.FollowingAll, content.Headline.NotFollowing));
    }

    [Fact]
    public async Task It_carries_the_day_on_which_a_staff_list_had_been_confirmed_by_the_cut_off_day()
    {
        await StandsAsync(Borough.Homes, Outcome.NotMet, 60, 100, from: new(2026, 10, 1));
        await StandsAsync(Borough.Clinic, Outcome.NotMet, 6, 10, from: new(2026, 10, 1));
        foreach (var (month, day) in new[] { (10, 1), (11, 4), (11, 6), (11, 9) }) await ConfirmAsync(Borough.Homes, new(2026, month, day));
        await ConfirmAsync(Borough.Clinic, new(2026, 11, 5));
        await PrepareAsync();
        var entries = (await EditionsAsync()).Single().Read().Agencies.ToDictionary(a => a.Name, a => a.StaffListConfirmedOn);
        Assert.Equal(new DateOnly(2026, 11, 4), entries["Brambleford Homes"]);
        Assert.Null(entries["Brook Lane Clinic"]);
    }

    [Fact]
    public async Task It_says_what_is_unknown_of_an_agency_and_why_counts_it_and_leaves_its_people_out_by_name()
    {
        await ResultAsync(Borough.Homes, Outcome.Unknown, 0, 0, from: new(2026, 10, 1), new(2026, 11, 6),
            note: "The staff list was last confirmed on 1 July 2026");
        await ResultAsync(Borough.Homes, Outcome.Met, 1, 1, from: new(2026, 11, 6));
        await StandsAsync(Borough.Clinic, Outcome.NotMet, 6, 10, from: new(2026, 10, 1));
        await PrepareAsync();
        var content = (await EditionsAsync()).Single().Read();
        Assert.Contains(
            "Brambleford Homes: “Staff at level” is unknown. The staff list was last confirmed on 1 July 2026.", content.Caveats);
        Assert.Equal((1, 1, 1), (content.Headline.WithUnknown, content.Headline.Unknown, content.Headline.NotFollowed));
        Assert.Equal(["Brambleford Homes (unknown)"], content.LevelsWithout);
    }

    private async Task ConfirmAsync(Agency agency, DateOnly day)
    {
        On(day.Year, day.Month, day.Day);
        await using var db = Database.Open();
        (await db.Agencies.SingleAsync(a => a.Id == agency.Id)).ConfirmStaffList(day);
        await db.SaveAsync(Borough.Lead, "Confirmed that the staff list is complete", default);
        On(2026, 11, 9);
    }

    [Fact]
    public async Task It_goes_once_to_each_person_and_never_before_its_day()
    {
        await ApproveAsync();
        On(2026, 11, 30);
        await IssueAsync();
        Assert.Equal(EditionState.Approved, (await EditionsAsync()).Single().State);
        On(2026, 12, 1);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => IssueAsync()));
        await IssueAsync();
        await using var db = Database.Open();
        Assert.Equal(EditionState.Issued, (await db.Editions.SingleAsync()).State);
        // Ed chairs and sits on the board: one person, one message. The commissioner approves and is no recipient.
        Assert.Equal(["Ed Executive", "Lena Learner"], await db.EditionRecipients.OrderBy(r => r.Name).Select(r => r.Name).ToListAsync());
        Assert.Equal(2, await db.Outbox.CountAsync(m => m.Kind == nameof(EditionIssuedMail)));
    }

    [Fact]
    public async Task The_message_is_neutral_and_names_nobody_and_no_agency()
    {
        await StandsAsync(Borough.Homes, Outcome.NotMet, 60, 100, from: new(2026, 10, 1));
        await ApproveAsync();
        On(2026, 12, 1);
        await IssueAsync();
        await using var db = Database.Open();
        var mail = await db.Outbox.FirstAsync();
        Assert.Equal("Papers for the meeting on 9 December 2026", mail.Subject);
        Assert.DoesNotContain("Brambleford Homes", mail.Html + mail.Text);
        Assert.DoesNotContain("abuse", mail.Subject, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cancelled_meeting_stops_it_and_a_moved_one_takes_the_approval_back()
    {
        await ApproveAsync();
        await using (var db = Database.Open())
        {
            (await db.Meetings.SingleAsync()).Move(new(2026, 12, 16), new(14, 0), null, Database.Clock.Today);
            await db.SaveAsync(Borough.Commissioner, "Moved", default);
        }
        On(2026, 12, 1);
        await IssueAsync();
        await PrepareAsync();
        var edition = (await EditionsAsync()).Single();
        Assert.Equal((EditionState.Draft, new(2026, 12, 16)), (edition.State, edition.MeetingOn));
    }

    [Fact]
    public async Task A_correction_is_a_new_version_that_replaces_the_first()
    {
        await ApproveAsync();
        On(2026, 12, 1);
        await IssueAsync();
        var first = (await EditionsAsync()).Single();
        await using (var db = Database.Open())
            await new CorrectEdition(db, Figures(db), Database.Clock).RunAsync(
                Borough.Commissioner, first.Id, "One staff list was counted twice", default);
        var correction = (await EditionsAsync()).Single(e => e.Revision == 2);
        Assert.Equal((1, EditionState.Draft, first.CutOffOn), (correction.Number, correction.State, correction.CutOffOn));
        await using (var db = Database.Open())
            await Approving(db).RunAsync(Borough.Commissioner, correction.Id, correction.Version, default);
        await IssueAsync();
        Assert.Equal([EditionState.Superseded, EditionState.Issued], (await EditionsAsync()).Select(e => e.State));
        await using var later = Database.Open();
        Assert.Equal(4, await later.Outbox.CountAsync());
        var steps = await later.Editions.OrderBy(e => e.Revision).Select(e => e.Events.OrderBy(s => s.Id).ToList()).ToListAsync();
        Assert.Equal(
            [EditionStep.Prepared, EditionStep.Approved, EditionStep.Issued, EditionStep.Superseded], steps[0].Select(s => s.Step));
        Assert.Equal([EditionStep.Corrected, EditionStep.Approved, EditionStep.Issued], steps[1].Select(s => s.Step));
        Assert.Equal(("One staff list was counted twice", Borough.Commissioner.UserId), (steps[1][0].Note, steps[1][0].UserId));
    }

    [Fact]
    public async Task The_next_edition_tells_what_changed()
    {
        await StandsAsync(Borough.Homes, Outcome.PartlyMet, 80, 100, from: new(2026, 10, 1), until: new(2026, 12, 20));
        var cleared = await StandsAsync(Borough.Clinic, Outcome.NotMet, 1, 10, from: new(2026, 10, 1), until: new(2026, 12, 20));
        await ApproveAsync();
        On(2026, 12, 1);
        await IssueAsync();
        await ResultAsync(Borough.Homes, Outcome.NotMet, 70, 100, from: new(2026, 12, 20));
        await ResultAsync(Borough.Clinic, Outcome.Met, 10, 10, from: new(2026, 12, 20));
        await using (var db = Database.Open())
        {
            (await db.Flags.SingleAsync(f => f.Id == cleared.Id))
                .Close(Borough.Commissioner, new(2026, 12, 20), "10 of 10 staff were at their required level", Database.Clock.Now);
            await db.SaveAsync(Borough.Commissioner, "Closed", default);
        }
        await SaveAsync(new Meeting
        {
            PartnershipId = Borough.Partnership.Id, BodyId = Board.Id, Day = new(2027, 3, 10), Starts = new(14, 0)
        });
        On(2027, 2, 8);
        await PrepareAsync();
        var content = (await EditionsAsync()).Single(e => e.Number == 2).Read();
        var entry = content.Flags.Single();
        Assert.Equal((FlagChange.Worse, 2, 1), (entry.Change, entry.TimesReported, content.PreviousNumber));
        Assert.Equal("10 of 10 staff were at their required level", content.Cleared.Single().Because);
    }

    [Fact]
    public async Task The_commissioner_is_told_once_when_approval_is_late()
    {
        await PrepareAsync();
        On(2026, 11, 28);
        await WatchAsync();
        On(2026, 11, 29);
        await WatchAsync();
        await using var db = Database.Open();
        var mail = await db.Outbox.SingleAsync();
        Assert.Equal("cora.commissioner@brambleford.example", mail.ToAddress);
        Assert.Contains("was due for approval by 27 November 2026", mail.Html);
    }

    [Fact]
    public async Task The_commissioner_is_told_each_month_that_no_meeting_is_set()
    {
        On(2026, 12, 10);
        await WatchAsync();
        await WatchAsync();
        On(2027, 1, 4);
        await WatchAsync();
        await using var db = Database.Open();
        Assert.Equal(2, await db.Outbox.CountAsync(m => m.Html.Contains("No meeting of Strategic board is set")));
    }
}
