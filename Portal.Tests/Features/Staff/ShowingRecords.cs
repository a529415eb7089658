using Bunit;
using Portal.Features.Staff.People;
using Portal.Features.Staff.Training;

namespace Portal.Tests.Features.Staff;

public sealed class ShowingRecords : BunitContext
{
    [Theory]
    [InlineData(RecordState.Unverified, RecordSource.Claim, "Self-rated, waiting to be verified")]
    [InlineData(RecordState.Unverified, RecordSource.Agency, "Waiting to be verified")]
    [InlineData(RecordState.Verified, RecordSource.Claim, "Verified")]
    [InlineData(RecordState.Rejected, RecordSource.Agency, "Not accepted")]
    [InlineData(RecordState.Replaced, RecordSource.Import, "Replaced by a correction")]
    public void Each_state_has_words_of_its_own(RecordState state, RecordSource source, string words) =>
        Assert.Equal(
            words, Render<RecordTag>(p => p.Add(t => t.State, state).Add(t => t.Source, source)).Find("strong").TextContent.Trim());

    [Fact]
    public void No_two_states_share_a_colour()
    {
        var colours = Enum.GetValues<RecordState>().Select(s => (s, RecordSource.Agency))
            .Append((RecordState.Unverified, RecordSource.Claim))
            .Select(r => Render<RecordTag>(p => p.Add(t => t.State, r.Item1).Add(t => t.Source, r.Item2)).Find("strong").ClassName)
            .ToList();
        Assert.Equal(colours.Count, colours.Distinct().Count());
    }

    [Theory]
    [InlineData(Standing.AtLevel, "At level")]
    [InlineData(Standing.Lapsed, "Lapsed")]
    [InlineData(Standing.Never, "Not yet held")]
    [InlineData(Standing.Unmapped, "Level not known")]
    public void A_standing_is_said_in_words(Standing standing, string words) =>
        Assert.Equal(words, Render<StandingTag>(p => p.Add(t => t.Standing, standing)).Find("strong").TextContent.Trim());
}
