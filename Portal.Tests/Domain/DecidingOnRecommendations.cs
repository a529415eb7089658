namespace Portal.Tests.Domain;

/// <summary>Recommendations are the commissioner's while an edition is a draft, and stay so when its figures are written again.</summary>
public class DecidingOnRecommendations
{
    private static readonly DateTime Now = new(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Viewer Cora = new(Id<User>.New(), "Cora", Id<Partnership>.New(), Role.Commissioner);

    [Fact]
    public void Other_words_stand_in_the_report_and_what_was_said_before_is_kept()
    {
        var edition = Draft("A is asked.", "B is asked.");
        edition.Reword(Cora, "agencies", "B is asked kindly.", Now);
        Assert.Equal(["A is asked.", "B is asked kindly."], edition.Read().Recommendations);
        var kept = Assert.Single(edition.Decisions);
        Assert.Equal((RecommendationStep.Reworded, "B is asked.", "B is asked kindly.", "Cora", Now),
            (kept.Step, kept.Before, kept.Note, kept.By, kept.At));
    }

    [Fact]
    public void Several_become_one_and_each_can_be_taken_out_again()
    {
        var edition = Draft("One.", "Two.", "Three.");
        edition.Merge(Cora, ["agencies", "unknown"], "Two and three.", Now);
        Assert.Equal(["One.", "Two and three."], edition.Read().Recommendations);
        Assert.Equal(["Two.", "Three."], edition.Decisions.Select(d => d.Before));
        edition.Merge(Cora, ["following", "agencies"], "All.", Now);
        Assert.Equal(["All."], edition.Read().Recommendations);
        edition.PutBack(Cora, "unknown", Now);
        Assert.Equal(["All.", "Three."], edition.Read().Recommendations);
        edition.PutBack(Cora, "following", Now);
        Assert.Equal(["One.", "Two and three.", "Three."], edition.Read().Recommendations);
    }

    [Fact]
    public void One_that_is_left_out_can_be_put_back_with_the_words_it_had()
    {
        var edition = Draft("One.", "Two.");
        edition.Reword(Cora, "agencies", "Two, kindly.", Now);
        edition.Drop(Cora, "agencies", Now);
        Assert.Equal(["One."], edition.Read().Recommendations);
        Assert.Throws<Refused>(() => edition.Drop(Cora, "agencies", Now));
        edition.PutBack(Cora, "agencies", Now);
        Assert.Equal(["One.", "Two, kindly."], edition.Read().Recommendations);
        Assert.Throws<Refused>(() => edition.PutBack(Cora, "following", Now));
    }

    [Fact]
    public void New_figures_overwrite_nothing_that_was_decided_and_say_what_they_say_beside_it()
    {
        var edition = Draft("One.", "Two.", "Three.");
        edition.Reword(Cora, "agencies", "Two, kindly.", Now);
        edition.Drop(Cora, "unknown", Now);
        edition.Recommend(Cora, "And mine.", Now);
        edition.Prepare(Cora, Content("One, newly.", "Two, newly.", "Three."), Now);
        Assert.Equal(["One, newly.", "Two, kindly.", "And mine."], edition.Read().Recommendations);
        var moved = Assert.Single(edition.Recommendations, r => r.HasMoved);
        Assert.Equal(("agencies", "Two, newly."), (moved.Key, moved.Figured));
        edition.Keep(Cora, "agencies", Now);
        Assert.DoesNotContain(edition.Recommendations, r => r.HasMoved);

        // The figures ask for neither any more: both decisions stay, and it is said that nothing stands behind them.
        edition.Prepare(Cora, Content("One, newly."), Now);
        Assert.Equal(["One, newly.", "Two, kindly.", "And mine."], edition.Read().Recommendations);
        Assert.Equal(["agencies", "unknown"], edition.Recommendations.Where(r => r.HasMoved).Select(r => r.Key));
        edition.Keep(Cora, "unknown", Now);
        edition.PutBack(Cora, "unknown", Now);
        Assert.Contains("Three.", edition.Read().Recommendations);
    }

    [Fact]
    public void A_correction_begins_with_what_was_decided()
    {
        var edition = Draft("One.", "Two.");
        edition.Drop(Cora, "agencies", Now);
        edition.Approve(Cora, Now);
        edition.Issue(Cora, edition.IssueOn, Now);
        Assert.Equal(["One."], edition.Correct(Cora, "Why", Content("One.", "Two."), edition.IssueOn, Now).Read().Recommendations);
    }

    [Fact]
    public void Nothing_is_decided_once_it_is_approved_and_the_sentence_says_what_to_do()
    {
        var edition = Draft("One.", "Two.");
        edition.Approve(Cora, Now);
        foreach (var decide in new Action[]
        {
            () => edition.Reword(Cora, "following", "Else", Now), () => edition.Recommend(Cora, "Else", Now),
            () => edition.Drop(Cora, "following", Now), () => edition.Keep(Cora, "following", Now),
        })
            Assert.Equal(
                "Edition 1 is already approved. Withdraw the approval to change it", Assert.Throws<Refused>(decide).Message);
        edition.Withdraw(Cora, Now);
        edition.Reword(Cora, "following", "Else", Now);
        Assert.Equal(["Else", "Two."], edition.Read().Recommendations);
    }

    [Fact]
    public void The_table_of_agencies_goes_with_the_recommendation_that_names_it()
    {
        var edition = Draft("One.", "Two.", "Three.");
        Assert.Single(edition.Read().Asked);
        edition.Merge(Cora, ["agencies", "unknown"], "Both.", Now);
        Assert.Single(edition.Read().Asked);
        edition.Drop(Cora, "agencies", Now);
        Assert.Empty(edition.Read().Asked);
    }

    [Fact]
    public void People_of_one_agency_read_no_words_that_may_name_another()
    {
        var edition = Draft("One.", "Two.");
        var lead = new Viewer(null, "Lead", Cora.PartnershipId, Role.TrainingLead, AgencyId: Id<Agency>.New());
        Assert.Equal(["One."], edition.Read().For(lead).Recommendations);
        edition.Reword(Cora, "following", "Homes is asked.", Now);
        Assert.Empty(edition.Read().For(lead).Recommendations);
        Assert.Null(edition.Read().For(lead).Points);
    }

    private static Edition Draft(params string[] sentences)
    {
        var edition = new Edition
        {
            PartnershipId = Cora.PartnershipId, BodyId = Id<Body>.New(), MeetingId = Id<Meeting>.New(), Number = 1, Revision = 1,
            MeetingOn = new(2026, 12, 9), IssueOn = new(2026, 12, 1), PreparedAt = Now,
        };
        edition.Prepare(Cora, Content(sentences), Now);
        return edition;
    }

    private static EditionContent Content(params string[] sentences)
    {
        string[] keys = [Recommendation.OfFollowing, Recommendation.OfAgencies, Recommendation.OfUnknown];
        return new EditionContent("Partnership", "P", "Board", new(2026, 12, 9), new(2026, 11, 4), null, null, "Four levels",
            new(2, 1, 0, 1, 0, 0, 1, 0, 0, null), sentences, [], [], [], [], [],
            Asks: [new(Guid.Empty, "Homes", "“Strategy”", true)],
            Points: [.. sentences.Zip(keys, (s, k) => new Recommendation(k, s))]);
    }
}
