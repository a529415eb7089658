using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Review;

/// <summary>What reviewers wrote beside a return. Notes for reviewers only reach nobody else.</summary>
public sealed class ReviewComments(PortalDb db)
{
    public async Task<IReadOnlyList<ReviewComment>> RunAsync(Viewer viewer, Id<AgencyReturn> id, CancellationToken cancel)
    {
        var reviewer = viewer.May(Permission.ReviewReturns);
        return await db.ReviewComments.AsNoTracking().Where(c => c.ReturnId == id && (reviewer || !c.ReviewersOnly)).OrderBy(c => c.At)
            .ThenBy(c => c.Id).ToListAsync(cancel);
    }
}
