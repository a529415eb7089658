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
        Assert.Throws<Refused>(() => edition.Comment(Cora, "One more thing", Now));
        Assert.Throws<Refused>(() => edition.Prepare(Cora, Content(), Now));
        Assert.Throws<Refused>(() => edition.Approve(Cora, Now));
    }

    [Fact]
    public void Fixes_a_fingerprint_that_any_change_breaks()
    {
        var edition = Approved();
        Assert.True(edition.IsIntact());
        typeof(Edition).GetProperty(nameof(Edition.Commentary))!.SetValue(edition, "Tampered");
        Assert.False(edition.IsIntact());
        var no = Assert.Throws<Refused>(() => edition.Issue(Cora, edition.IssueOn, Now));
        Assert.Equal("This report is no longer what was approved, so it was not issued", no.Message);
    }

    [Fact]
    public void Comes_before_issue_and_issue_waits_for_its_day()
    {
        Assert.Throws<Refused>(() => Draft().Issue(Cora, new(2026, 12, 1), Now));
        var edition = Approved();
        Assert.Throws<Refused>(() => edition.Issue(Cora, edition.IssueOn.AddDays(-1), Now));
        edition.Issue(Cora, edition.IssueOn, Now);
        Assert.Equal(EditionState.Issued, edition.State);
        Assert.Throws<Refused>(() => edition.Issue(Cora, edition.IssueOn, Now));
    }

    [Fact]
    public void Can_be_withdrawn_until_it_is_issued_and_who_had_approved_it_stays_known()
    {
        Assert.Throws<Refused>(() => Draft().Withdraw(Cora, Now));
        var edition = Approved();
        edition.Withdraw(Cora, Now.AddDays(1));
        Assert.Equal((EditionState.Draft, null, null), (edition.State, edition.Hash, edition.ApprovedBy));
        var step = edition.Events[^1];
        Assert.Equal(
            (EditionStep.Withdrawn, "Approved by Commissioner on 20 November 2026", Now.AddDays(1)), (step.Step, step.Note, step.At));
        edition.Approve(Cora, Now.AddDays(2));
        edition.Issue(Cora, edition.IssueOn, Now.AddDays(2));
        Assert.Throws<Refused>(() => edition.Withdraw(Cora, Now));
    }

    [Fact]
    public void Is_undone_when_the_meeting_moves()
    {
        var edition = Approved();
        edition.FollowMeeting(Cora, new(2027, 1, 20), Now);
        Assert.Equal(
            (EditionState.Draft, null, new EditionTimetable(new(2027, 1, 20)).IssueOn), (edition.State, edition.Hash, edition.IssueOn));
    }

    [Fact]
    public void Says_again_what_it_said()
    {
        var edition = Draft();
        Assert.Equivalent(Content(), edition.Read(), strict: true);
    }

    [Fact]
    public void One_that_was_frozen_before_returns_were_reported_still_reads_and_keeps_its_fingerprint()
    {
        var edition = Draft();
        typeof(Edition).GetProperty(nameof(Edition.Content))!.SetValue(edition, FrozenBeforeReturns);
        edition.Approve(Cora, Now);
        Assert.Equal("00aa2df57138e46bf1934da84a64ce5f021d2b95f55eac07bc9e801bae01b93c", edition.Hash);
        edition.Issue(Cora, edition.IssueOn, Now);
        var content = edition.Read();
        Assert.Equal((null, null, null, null), (content.Returns, content.Costs, content.Agencies[0].Return, content.Agencies[0].Cost));
        Assert.Equivalent(Content(), content, strict: true);
        Assert.True(edition.IsIntact());
    }

    // A line that ends with a backslash goes on in the next.
    private static readonly string FrozenBeforeReturns = """
        {"Partnership":"Safer Brambleford Partnership","ShortName":"SBP","Body":"Strategic board","MeetingOn":"2026-12-09",\
        "CutOffOn":"2026-11-04","PreviousNumber":null,"PreviousCutOffOn":null,"Framework":"Four levels, version 1",
        "Headline":{"InScope":2,"FollowingAll":1,"PartlyOnly":0,"NotFollowing":1,"Unknown":0,"NotYetDue":0,"NewFlags":1,\
        "WorseFlags":0,"ClearedFlags":0,"FollowingAllBefore":null},"Recommendations":["Note this."],"Standards":[],
        "Agencies":[{"AgencyId":"00000000-0000-0000-0000-000000000000","Name":"Brambleford Homes","Type":"Housing",\
        "Duty":"By agreement","Phase":1,"TrainingLeadInPost":true,"ExecutiveLeadInPost":false,"RosterConfirmedOn":null,\
        "Flags":[]}],
        "Cleared":[],"Levels":[],"Caveats":["A caveat."]}
        """.Replace("\\\n", "", StringComparison.Ordinal);

    private static Edition Draft()
    {
        var edition = new Edition
        {
            PartnershipId = Cora.PartnershipId, BodyId = Id<Body>.New(), MeetingId = Id<Meeting>.New(), Number = 1, Revision = 1,
            MeetingOn = new(2026, 12, 9), IssueOn = new(2026, 12, 1), PreparedAt = Now,
        };
        edition.Prepare(Cora, Content(), Now);
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
        new(2, 1, 0, 1, 0, 0, 1, 0, 0, null), ["Note this."], [],
        [new(Guid.Empty, "Brambleford Homes", "Housing", "By agreement", 1, true, false, null, [])], [], [], ["A caveat."]);
}
