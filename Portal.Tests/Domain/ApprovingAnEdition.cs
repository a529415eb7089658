namespace Portal.Tests.Domain;

public class ApprovingAnEdition
{
    private static readonly DateTime Now = new(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Viewer Cora = new(Id<User>.New(), "Commissioner", Id<Partnership>.New(), Role.Commissioner);

    [Fact]
    public void Is_refused_to_the_portal_itself()
    {
        var edition = Draft();
        var no = Assert.Throws<Refused>(() => edition.Approve(Viewer.System(edition.PartnershipId), Now));
        Assert.Equal(("A person must approve a report before it is issued", EditionState.Draft), (no.Message, edition.State));
    }

    [Fact]
    public void Freezes_its_words_and_figures()
    {
        var edition = Approved();
        Assert.Throws<Refused>(() => edition.Comment("One more thing"));
        Assert.Throws<Refused>(() => edition.Write(Content()));
        Assert.Throws<Refused>(() => edition.Approve(Cora, Now));
    }

    [Fact]
    public void Fixes_a_fingerprint_that_any_change_breaks()
    {
        var edition = Approved();
        Assert.True(edition.IsIntact());
        typeof(Edition).GetProperty(nameof(Edition.Commentary))!.SetValue(edition, "Tampered");
        Assert.False(edition.IsIntact());
        var no = Assert.Throws<Refused>(() => edition.Issue(edition.IssueOn, Now));
        Assert.Equal("This report is no longer what was approved, so it was not issued", no.Message);
    }

    [Fact]
    public void Comes_before_issue_and_issue_waits_for_its_day()
    {
        Assert.Throws<Refused>(() => Draft().Issue(new(2026, 12, 1), Now));
        var edition = Approved();
        Assert.Throws<Refused>(() => edition.Issue(edition.IssueOn.AddDays(-1), Now));
        edition.Issue(edition.IssueOn, Now);
        Assert.Equal(EditionState.Issued, edition.State);
        Assert.Throws<Refused>(() => edition.Issue(edition.IssueOn, Now));
    }

    [Fact]
    public void Is_undone_when_the_meeting_moves()
    {
        var edition = Approved();
        edition.FollowMeeting(new(2027, 1, 20));
        Assert.Equal((EditionState.Draft, null, new EditionTimetable(new(2027, 1, 20)).IssueOn), (edition.State, edition.Hash, edition.IssueOn));
    }

    [Fact]
    public void Says_again_what_it_said()
    {
        var edition = Draft();
        Assert.Equivalent(Content(), edition.Read(), strict: true);
    }

    private static Edition Draft()
    {
        var edition = new Edition
        {
            PartnershipId = Cora.PartnershipId, BodyId = Id<Body>.New(), MeetingId = Id<Meeting>.New(), Number = 1, Revision = 1,
            MeetingOn = new(2026, 12, 9), IssueOn = new(2026, 12, 1), PreparedAt = Now,
        };
        edition.Write(Content());
        return edition;
    }

    private static Edition Approved()
    {
        var edition = Draft();
        edition.Approve(Cora, Now);
        return edition;
    }

    private static EditionContent Content() => new(
        "Safer Brambleford Partnership", "SBP", "Strategic board", new(2026, 12, 9), new(2026, 11, 4), null, null, "Four levels, version 1",
        new(2, 1, 0, 1, 0, 0, 1, 0, 0, null), ["Note this."], [], [new(Guid.Empty, "Brambleford Homes", "Housing", "By agreement", 1, true, false, null, [])], [], [], ["A caveat."]);
}
