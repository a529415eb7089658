namespace Portal.Tests.Domain;

public class DecidingWhoSomeoneIs
{
    private static Identity.Known Here(string name) => new(name, IsInPostHere: true, IsKnownElsewhere: false);
    private static Identity.Known Elsewhere(string name) => new(name, IsInPostHere: false, IsKnownElsewhere: true);
    private static Identity.Known Left(string name) => new(name, IsInPostHere: false, IsKnownElsewhere: false);

    [Fact]
    public void Nobody_known_is_a_stranger() => Assert.Equal(Identified.Stranger, Identity.Decide("Asha Rahman", null, false, false));

    [Fact]
    public void Someone_in_post_here_is_ours_wherever_else_they_are() => Assert.Equal(Identified.OneOfOurs,
        Identity.Decide("asha rahman", Here("Asha Rahman") with { IsKnownElsewhere = true }, byNumber: false, byEmail: true));

    [Fact]
    public void Who_has_left_us_and_nobody_else_has_had_is_ours() =>
        Assert.Equal(Identified.OneOfOurs, Identity.Decide("Rahman, Asha", Left("Asha Rahman"), false, true));

    [Fact]
    public void Whom_another_agency_knows_is_asked() =>
        Assert.Equal(Identified.KnownElsewhere, Identity.Decide("ASHA RAHMAN", Elsewhere("Asha Rahman"), false, true));

    [Fact]
    public void A_married_name_is_taken_on_two_keys_or_half_a_name_and_only_here()
    {
        Assert.Equal(Identified.OneOfOurs, Identity.Decide("Asha Khan", Here("Asha Rahman"), byNumber: true, byEmail: false));
        Assert.Equal(Identified.OneOfOurs, Identity.Decide("Zoe Nosy", Here("Asha Rahman"), byNumber: true, byEmail: true));
        Assert.Throws<Refused>(() => Identity.Decide("Asha Khan", Left("Asha Rahman"), false, true));
        Assert.Throws<Refused>(() => Identity.Decide("Asha Khan", Elsewhere("Asha Rahman"), false, true));
    }

    [Theory, InlineData(true, "EmployeeNumber"), InlineData(false, "Email")]
    public void Another_name_is_refused_beside_the_key_that_matched(bool byNumber, string field)
    {
        var no = Assert.Throws<Refused>(() => Identity.Decide("Zoe Nosy", Here("Asha Rahman"), byNumber, !byNumber));
        Assert.Equal(field, no.Field);
        Assert.DoesNotContain("Asha", no.Message, StringComparison.Ordinal);
    }

    /// <summary>The sentence must not tell an agency whether it is another's person or its own leaver.</summary>
    [Fact]
    public void No_refusal_tells_whose_an_address_is() => Assert.Equal(
        Assert.Throws<Refused>(() => Identity.Decide("Zoe Nosy", Elsewhere("Asha Rahman"), false, true)).Message,
        Assert.Throws<Refused>(() => Identity.Decide("Zoe Nosy", Left("Asha Rahman"), false, true)).Message);
}
