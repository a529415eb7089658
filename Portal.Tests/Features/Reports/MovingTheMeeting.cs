using Portal.Features.Meetings;
using Portal.Features.Reports;

namespace Portal.Tests.Features.Reports;

public sealed class MovingTheMeeting : ReportScene
{
    [Fact]
    public async Task An_approved_report_is_a_draft_at_once_and_keeps_its_figures_until_they_are_written_again()
    {
        await ApproveAsync();
        var approved = Assert.Single(await EditionsAsync());
        await MoveAsync(new(2026, 12, 16));

        var draft = Assert.Single(await EditionsAsync());
        Assert.Equal((EditionState.Draft, null, new DateOnly(2026, 12, 16)), (draft.State, draft.Hash, draft.MeetingOn));
        Assert.Equal((approved.Content, approved.CutOffOn, true), (draft.Content, draft.CutOffOn, draft.IsOfAnotherDay));
        var no = await Assert.ThrowsAsync<Refused>(() => ApproveAsync(draft));
        Assert.StartsWith("The meeting has moved. Write the figures again first", no.Message, StringComparison.Ordinal);

        On(2026, 11, 16);
        await PrepareAsync();
        var written = Assert.Single(await EditionsAsync());
        Assert.Equal((false, new EditionTimetable(new(2026, 12, 16)).CutOffOn), (written.IsOfAnotherDay, written.CutOffOn));
        await ApproveAsync(written);
    }

    [Fact]
    public async Task Another_hour_or_place_leaves_the_report_as_it_is()
    {
        await ApproveAsync();
        await MoveAsync(new(2026, 12, 9));
        Assert.Equal(EditionState.Approved, Assert.Single(await EditionsAsync()).State);
    }

    private async Task MoveAsync(DateOnly day)
    {
        var edition = (await EditionsAsync()).Single();
        await using var db = Database.Open();
        await new MoveMeeting(db, Database.Clock).RunAsync(
            Borough.Commissioner, edition.MeetingId, day, new(15, 0), "Another room", 0, CancellationToken.None);
    }

    private async Task ApproveAsync(Edition edition)
    {
        await using var db = Database.Open();
        await Approving(db).RunAsync(Borough.Commissioner, edition.Id, edition.Version, CancellationToken.None);
    }
}
