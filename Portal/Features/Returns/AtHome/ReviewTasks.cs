using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Returns.AtHome;

/// <summary>For the commissioner: returns to review, those that are late, and those that nobody in post can sign.</summary>
public sealed class ReviewTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 70;
    public Permission? Needs => Permission.ReviewReturns;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var tasks = new List<HomeTask>();
        var waiting = db.Returns.VisibleTo(viewer, db, Permission.ReviewReturns).Where(a => a.State == ReturnState.Submitted);
        if (await waiting.CountAsync(cancel) is > 0 and var toReview)
        {
            var first = UkClock.DayOf((await waiting.MinAsync(a => a.SignedAt, cancel))!.Value);
            tasks.Add(new($"Review {Words.Count(toReview, "return")}", "/Returns?Show=ToReview", null,
                $"The first was signed on {Words.Day(first)}"));
        }
        var missing = await db.Returns.VisibleTo(viewer, db).MissingAt(clock.Now, db).Select(a => a.DueAt).ToListAsync(cancel);
        if (missing.Count > 0)
            tasks.Add(new($"Ask for {Words.Count(missing.Count, "return that is", "returns that are")} late", "/Returns?Show=Missing",
                UkClock.DayOf(missing.Min()), "More time can be given, for a reason"));
        var unsigned = await db.Returns.VisibleTo(viewer, db).WithoutSigner(db, clock.Today).Select(a => a.AgencyId).ToListAsync(cancel);
        const string Why = "Sent for a signature, and nobody is in post who can give it";
        if (unsigned.Count == 1)
            tasks.Add(new("Name an executive lead who can sign a return", $"/Agencies/{unsigned[0]}", null, Why));
        else if (unsigned.Count > 1)
            tasks.Add(new($"Name executive leads who can sign {unsigned.Count} returns", "/Returns?Show=Unsignable", null, Why));
        return tasks;
    }
}
