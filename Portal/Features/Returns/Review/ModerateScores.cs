using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Review;

/// <summary>Sets the commissioner's scores beside the agency's, while the return is with the commissioner.</summary>
public sealed class ModerateScores(PortalDb db)
{
    public async Task RunAsync(
        Viewer viewer, Id<AgencyReturn> id, IReadOnlyDictionary<Id<CycleQuestion>, int?> scores, CancellationToken cancel)
    {
        var agencyReturn = await db.Returns.VisibleTo(viewer, db, Permission.ReviewReturns).Where(a => a.Id == id)
            .OneOrRefuseAsync("This return is not within your reach", null, cancel);
        if (agencyReturn.State != ReturnState.Submitted)
            throw new Refused($"This return is {agencyReturn.State.Words()}. Scores are moderated while it is with the commissioner");
        foreach (var answer in await db.ReturnAnswers.Where(a => a.ReturnId == id).ToListAsync(cancel))
            if (scores.TryGetValue(answer.QuestionId, out var score)) answer.Moderate(score);
        await db.SaveAsync(viewer, "Moderated the scores of a return", cancel);
    }
}
