using Portal.Features.Framework;

namespace Portal.Tests.Features.Frameworks;

public class SayingWhatADraftWouldDo
{
    [Fact]
    public void Says_whom_a_starters_time_concerns_beside_the_rest() => Assert.Equal(
        "1 change. If it were in force today, 1 person would no longer be at the level they need, in 1 agency. "
            + "And 2 people who started lately would have another last day to reach their level.",
        DraftSentence.Of(1, new([new(Id<Agency>.New(), "Homes", 500, 0, 1, 0)], []) { Starters = 2 }));

    [Theory]
    [InlineData(0, 0, 0, 0, "This draft says the same as the version in force.")]
    [InlineData(2, 0, 0, 0, "2 changes, which would change nothing for anyone today.")]
    [InlineData(1, 0, 441, 0, "1 change. If it were in force today, 441 people would no longer be at the level they need, in 1 agency.")]
    [InlineData(
        1, 5, 1, 2,
        "1 change. If it were in force today, 5 people would need another level, 1 person would no longer be at the level they need "
            + "and 2 people would newly be at the level they need, in 1 agency.")]
    public void Leaves_out_what_does_not_happen(int changes, int need, int lose, int gain, string sentence) =>
        Assert.Equal(
            sentence,
            DraftSentence.Of(changes, new(need + lose + gain == 0 ? [] : [new(Id<Agency>.New(), "Homes", 500, need, lose, gain)], [])));
}
