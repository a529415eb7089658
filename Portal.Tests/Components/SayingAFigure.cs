using Portal.Components;

namespace Portal.Tests.Components;

public class SayingAFigure
{
    [Theory]
    [InlineData(62, 81, 90, "62 of 81 (77%)")]
    [InlineData(1204, 1563, null, "1,204 of 1,563 (77%)")]
    [InlineData(1, 2, 90, "1 of 2")]
    [InlineData(4, 4, null, "4 of 4")]
    [InlineData(0, 0, null, "0 of 0")]
    [InlineData(5, 5, null, "5 of 5 (100%)")]
    public void Gives_the_count_and_the_percentage_unless_few_people(int count, int whole, int? threshold, string words) =>
        Assert.Equal(words, new Share(count, whole).Words(threshold));

    [Theory]
    [InlineData(179, 200, 90, "89.5%")]
    [InlineData(180, 200, 90, "90%")]
    [InlineData(999, 1000, null, "99.9%")]
    [InlineData(1, 1000, null, "0.1%")]
    [InlineData(1, 5000, null, "under 0.1%")]
    public void Never_rounds_to_a_threshold_or_to_all_or_none(int count, int whole, int? threshold, string percent) =>
        Assert.Equal(percent, new Share(count, whole).Percent(threshold));
}
