using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Review;
using Portal.Security;

namespace Portal.Features.Returns;

[Allow(Permission.ReadReturns, Permission.WriteReturns)]
public sealed class ReturnModel(ReturnView view, ReviewComments comments, WhoSigns signs, NextToReview next, Viewer viewer)
    : ReturnPageModel(view, viewer)
{
    public bool MaySign =>
        Return.Return.State == ReturnState.AwaitingSignature && Viewer.May(Permission.SignReturns, Return.Return.AgencyId);
    public bool MayReview => Viewer.May(Permission.ReviewReturns);
    public bool MayShare => Return.Return.MayBeWritten && Viewer.May(Permission.ShareReturns, Return.Return.AgencyId);
    public bool MayAsk => MayReview && Return.Timeliness == Timeliness.NotReturned;
    public bool MayInvite => Viewer.May(Permission.ManagePeople);
    public bool MayTakeBack =>
        Return.Return.State == ReturnState.AwaitingSignature && Viewer.May(Permission.ShareReturns, Return.Return.AgencyId);

    /// <summary>Who can sign what waits for it; null while it does not wait.</summary>
    public WhoSigns.Found? Signing { get; private set; }

    /// <summary>For who decides on returns, once this one is decided: the one that has waited longest; null for none.</summary>
    public NextToReview.Found? Next { get; private set; }
    public bool MayReadAll => Viewer.May(Permission.ReadReturns, Return.Return.AgencyId);

    /// <summary>Few enough staff that the whole return fits one page.</summary>
    public bool FitsOnePage => MayShare && Return.Progress.Staff <= AgencyReturn.OnePageStaff;

    /// <summary>What the commissioner wrote beside the sections that the person sees.</summary>
    public IReadOnlyList<ReviewComment> Comments { get; private set; } = [];
    public IReadOnlyList<TaskList.Item> Tasks =>
        [.. Enum.GetValues<ReturnSection>().Where(s => MayReadAll || Return.InHand.Contains(s)).Select(Task)];

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Comments = [.. (await comments.RunAsync(Viewer, ReturnId, cancel)).Where(c => MayReadAll || Return.InHand.Contains(c.Section))];
        if (Return.Return.State == ReturnState.AwaitingSignature) Signing = await signs.RunAsync(Viewer, Return.Return, cancel);
        if (MayReview && Return.Return.State is ReturnState.Accepted or ReturnState.ChangesRequested or ReturnState.Reopened)
            Next = await next.RunAsync(Viewer, cancel);
        return true;
    }

    private TaskList.Item Task(ReturnSection section)
    {
        var (done, of) = Return.Progress.For(section);
        var (status, colour) = of == 0
            ? (section is ReturnSection.Actions or ReturnSection.Costing ? "No gaps" : "Nothing to answer", (string?)null)
            : done == of ? ("Completed", null)
            : done == 0 ? ("Not started", "blue")
            : ($"{done} of {of}", "light-blue");
        return new(
            section.Words(), Url.Page($"/Returns/Sections/{section}", new { ReturnId }),
            status)
        { StatusColour = colour, Hint = Hint(section) };
    }

    private static string Hint(ReturnSection section) => section switch
    {
        ReturnSection.People => "How many people each job needs at each level, and how many hold it",
        ReturnSection.Questions => "How the agency works, in scores and a few words",
        ReturnSection.Actions => "What is done about each gap, who answers for it, and by when",
        ReturnSection.Costing => "What each action costs, and who pays",
    };
}
