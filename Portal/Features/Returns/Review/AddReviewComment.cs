using Portal.Data;

namespace Portal.Features.Returns.Review;

/// <summary>Writes a reviewer's words beside a section of a return, for the agency to read or for reviewers only.</summary>
public sealed class AddReviewComment(PortalDb db, UkClock clock)
{
    public async Task RunAsync(
        Viewer viewer, Id<AgencyReturn> id, ReturnSection section, string text, bool reviewersOnly, CancellationToken cancel)
    {
        await db.Returns.VisibleTo(viewer, db, Permission.ReviewReturns).Where(a => a.Id == id)
            .OneOrRefuseAsync("This return is not within your reach", null, cancel);
        db.ReviewComments.Add(new()
        {
            ReturnId = id, Section = section, Text = text, ReviewersOnly = reviewersOnly, At = clock.Now, UserId = viewer.UserId,
            By = viewer.Name
        });
        await db.SaveAsync(viewer, "Commented on a return", cancel);
    }
}
