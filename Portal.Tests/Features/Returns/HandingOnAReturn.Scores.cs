using Portal.Features.Returns;
using Portal.Features.Returns.Review;

namespace Portal.Tests.Features.Returns;

public sealed partial class HandingOnAReturn
{
    [Fact]
    public async Task The_moderated_score_stands_beside_the_agencys_own_and_is_the_commissioners_until_the_decision()
    {
        await Desk.Fill(id, score: 3);
        Assert.StartsWith(
            "This return is being written. Scores are moderated", (await Assert.ThrowsAsync<Refused>(() => ModerateAsync(1))).Message);
        await Desk.Send(id);
        await Desk.Sign(id);
        await ModerateAsync(1);
        Assert.All(await ScoresAsync(Borough.Commissioner), a => Assert.Equal(((int?)3, (int?)1), a));
        Assert.All(await ScoresAsync(Borough.Lead), a => Assert.Equal(((int?)3, null), a));
        await Assert.ThrowsAsync<Refused>(() => ModerateAsync(4));
        await Desk.Accept(id);
        Assert.All(await ScoresAsync(Borough.Lead), a => Assert.Equal(((int?)3, (int?)1), a));
    }

    private async Task<List<(int?, int?)>> ScoresAsync(Viewer reader)
    {
        var details = await Desk.In((ReturnView view) => view.RunAsync(reader, id, default));
        return [.. (await Desk.In((ReturnSummary figures) => figures.RunAsync(details!, default))).Answers
            .Select(a => (a.Score, a.Moderated))];
    }

    private async Task ModerateAsync(int score)
    {
        var scored = (await Desk.Questions(id)).Values.Where(q => q.Kind == QuestionKind.Scored).ToDictionary(q => q.Id, _ => (int?)score);
        await Desk.In((ModerateScores moderate) => moderate.RunAsync(Borough.Commissioner, id, scored, default));
    }
}
