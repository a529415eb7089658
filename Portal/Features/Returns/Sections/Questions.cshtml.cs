using Portal.Security;

namespace Portal.Features.Returns.Sections;

[Allow(Permission.ReadReturns, Permission.WriteReturns)]
public sealed class QuestionsModel(ReturnView view, QuestionsSection questions, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.Questions;
    public IReadOnlyList<QuestionsSection.Row> Rows { get; private set; } = [];

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        Rows = await questions.RunAsync(Return, cancel);
        return true;
    }
}
