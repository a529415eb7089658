using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Handing;

/// <summary>
/// Says which sections a colleague at the agency may write in; none takes them all back. They are told by a message the first time.
/// </summary>
public sealed class ShareSections(PortalDb db, StepOfReturn steps, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, Id<User> userId, IReadOnlyCollection<ReturnSection> sections, int seen,
        CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.ShareReturns, id, seen, "Shared a return with a colleague", async step =>
        {
            step.Return.RefuseUnlessWritten();
            var today = clock.Today;
            var colleagues = db.Memberships.CurrentOn(db, today).Where(m => m.AgencyId == step.Return.AgencyId);
            var colleague = await db.Users.Where(u => u.Id == userId && colleagues.Any(m => m.UserId == u.Id))
                .OneOrRefuseAsync("Select a colleague at your agency", "ColleagueId", cancel);
            var had = await db.ReturnShares.Where(s => s.ReturnId == id && s.UserId == userId).ToListAsync(cancel);
            db.ReturnShares.RemoveRange(had.Where(s => !sections.Contains(s.Section)));
            db.ReturnShares.AddRange(sections.Distinct().Where(s => had.TrueForAll(h => h.Section != s))
                .Select(s => new ReturnShare { ReturnId = id, Section = s, UserId = userId }));
            var shared = sections.Count == 0 ? "No longer" : string.Join(", ", sections.Select(s => s.Words()));
            step.Return.Shared(viewer, $"{shared} with {colleague.Name}", step.Now);
            if (had.Count == 0 && sections.Count > 0)
                steps.Tell([new(colleague.Id, colleague.Name, colleague.Email!)], to => new ReturnSharedMail(step.About, to, step.Now));
        }, cancel);
}
