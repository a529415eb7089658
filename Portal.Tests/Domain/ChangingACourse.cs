using Portal.Tests.Support;

namespace Portal.Tests.Domain;

public class ChangingACourse
{
    private static readonly DateOnly Today = Given.Today;
    private readonly Course course = Given.Course(Given.Provider(Id<Partnership>.New()), levels: [1, 2], statements: ["L1.1", "L1.2"]);

    private static Course.Entry Entry => new(
        "Ask and act", "Summary", null, CourseMode.Room, 6, false, CourseAudience.Everyone, null, [], null, null, Money.Zero, null, null);

    public static TheoryData<string, string> Refusals => new()
    {
        { "Hours", "Hours must be more than 0 and at most 500" },
        { "Price", "Price must be between £0 and £10,000" },
        { "AccreditedBy", "Enter who accredits the course" },
        { "AccreditedUntil", "Enter the last day of the accreditation" },
        { "ContentReviewedOn", "The review must be today or in the past" },
        { "Link", "Enter an address that begins with https://" },
        { "Audience", "Only an in-house course is for one agency alone" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void What_cannot_be_is_refused_beside_its_field(string field, string sentence)
    {
        var wrong = field switch
        {
            "Hours" => Entry with { Hours = 0 },
            "Price" => Entry with { Price = Money.OfPounds(1_000_000_000) },
            "AccreditedBy" => Entry with { AccreditedUntil = Today },
            "AccreditedUntil" => Entry with { AccreditedBy = "A body" },
            "ContentReviewedOn" => Entry with { ContentReviewedOn = Today.AddDays(1) },
            "Link" => Entry with { Link = "javascript:alert(1)" },
            _ => Entry with { Audience = CourseAudience.OwnAgency },
        };
        var refused = Assert.Throws<Refused>(() => course.Change(wrong, Today));
        Assert.Equal((sentence, field), (refused.Message, refused.Field));
    }

    [Fact]
    public void What_it_covers_of_one_framework_says_nothing_of_another()
    {
        course.Cover("ELSEWHERE", [3], ["G1"]);
        var kept = course.Competencies.Single(c => c.Code == "L1.2");
        course.Cover("LADDER", [2, 2, 4], ["L1.2", "L2.1", "L2.1"]);
        Assert.Equal(["ELSEWHERE 3", "LADDER 2", "LADDER 4"], course.Levels.Select(l => $"{l.Framework} {l.LevelNumber}").Order());
        Assert.Equal(["ELSEWHERE G1", "LADDER L1.2", "LADDER L2.1"], course.Competencies.Select(c => $"{c.Framework} {c.Code}").Order());
        Assert.Same(kept, course.Competencies.Single(c => c.Code == "L1.2"));
    }

    [Fact]
    public void An_agency_pays_the_price_of_its_kind_or_what_everyone_pays()
    {
        course.Charge(AgencyType.Voluntary, Money.OfPounds(20));
        course.Charge(AgencyType.Voluntary, Money.OfPounds(25));
        Assert.Equal((Money.OfPounds(25), Money.OfPounds(50)), (course.PriceFor(AgencyType.Voluntary), course.PriceFor(AgencyType.Police)));
        course.Charge(AgencyType.Voluntary, null);
        Assert.Equal(Money.OfPounds(50), course.PriceFor(AgencyType.Voluntary));
        Assert.Equal("Prices[2].Price", Assert.Throws<Refused>(() => course.Charge(AgencyType.Police, new(-1))).Field);
    }

    [Theory]
    [InlineData("C01")]
    [InlineData("C17", "C16", "C02", "DASH", "C-3")]
    [InlineData("C100", "C99")]
    public void The_next_code_comes_after_the_last(string next, params string[] taken) => Assert.Equal(next, Course.NextCode(taken));

    [Fact]
    public void It_is_withdrawn_once_and_offered_again_once()
    {
        Assert.Throws<Refused>(course.OfferAgain);
        course.Withdraw(Today);
        Assert.Equal((true, false), (course.IsOfferedOn(Today.AddDays(-1)), course.IsOfferedOn(Today)));
        Assert.Throws<Refused>(() => course.Withdraw(Today));
        course.OfferAgain();
        Assert.True(course.IsOfferedOn(Today));
    }
}
