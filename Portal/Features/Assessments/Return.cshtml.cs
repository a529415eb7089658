using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;

namespace Portal.Features.Assessments;

[Allow(Permission.ReadAssessments, Permission.WriteAssessments)]
public sealed class ReturnModel(ReturnView view, ReviewComments comments, Viewer viewer) : ReturnPageModel(view, viewer)
{
    public bool MaySign => Return.Assessment.State == AssessmentState.AwaitingSignature && Viewer.May(Permission.SignAssessments, Return.Assessment.AgencyId);
    public bool MayReview => Viewer.May(Permission.ReviewAssessments);
    public bool MayShare => Return.Assessment.MayBeWritten && Viewer.May(Permission.ShareAssessments, Return.Assessment.AgencyId);
    public bool MayReadAll => Viewer.May(Permission.ReadAssessments, Return.Assessment.AgencyId);

    /// <summary>Few enough staff that the whole return fits one page.</summary>
    public bool FitsOnePage => MayShare && Return.Progress.Staff <= GapAssessment.OnePageStaff;

    /// <summary>What the commissioner wrote beside the sections that the person sees.</summary>
    public IReadOnlyList<ReviewComment> Comments { get; private set; } = [];
    public IReadOnlyList<TaskList.Item> Tasks => [.. Enum.GetValues<AssessmentSection>().Where(s => MayReadAll || Return.InHand.Contains(s)).Select(Task)];

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Comments = [.. (await comments.RunAsync(Viewer, AssessmentId, cancel)).Where(c => MayReadAll || Return.InHand.Contains(c.Section))];
        return true;
    }

    private TaskList.Item Task(AssessmentSection section)
    {
        var (done, of) = Return.Progress.For(section);
        var (status, colour) = of == 0 ? (section is AssessmentSection.Actions or AssessmentSection.Costing ? "No gaps" : "Nothing to answer", (string?)null)
            : done == of ? ("Completed", null)
            : done == 0 ? ("Not started", "blue")
            : ($"{done} of {of}", "light-blue");
        return new(section.Words(), Url.Page($"{section}", new { AssessmentId }), status) { StatusColour = colour, Hint = Hint(section) };
    }

    private static string Hint(AssessmentSection section) => section switch
    {
        AssessmentSection.People => "How many people each job needs at each level, and how many hold it",
        AssessmentSection.Questions => "How the agency works, in scores and a few words",
        AssessmentSection.Actions => "What is done about each gap, who answers for it, and by when",
        AssessmentSection.Costing => "What each action costs, and who pays",
    };
}
