using Portal.Security;

namespace Portal.Features.Assessments;

[Allow(Permission.ReadAssessments, Permission.WriteAssessments)]
public sealed class QuestionsModel(ReturnView view, QuestionsSection questions, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override AssessmentSection Section => AssessmentSection.Questions;
    public IReadOnlyList<QuestionsSection.Row> Rows { get; private set; } = [];

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        Rows = await questions.RunAsync(Return, cancel);
        return true;
    }
}
