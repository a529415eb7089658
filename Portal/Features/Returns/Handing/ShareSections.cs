using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Handing;

/// <summary>Says which sections a colleague at the agency may write in; none takes them all back. They are told by a message the first time.</summary>
public sealed class ShareSections(PortalDb db, StepOfReturn steps, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, Id<User> userId, IReadOnlyCollection<ReturnSection> sections, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.ShareReturns, id, seen, "Shared a return with a colleague", async step =>
        {
            step.Return.RefuseUnlessWritten();
            var today = clock.Today;
            var colleague = await db.Users.Where(u => u.Id == userId && db.Memberships.CurrentOn(db, today).Any(m => m.UserId == u.Id && m.AgencyId == step.Return.AgencyId))
                .OneOrRefuseAsync("Select a colleague at your agency", "ColleagueId", cancel);
            var had = await db.ReturnShares.Where(s => s.ReturnId == id && s.UserId == userId).ToListAsync(cancel);
            db.ReturnShares.RemoveRange(had.Where(s => !sections.Contains(s.Section)));
            db.ReturnShares.AddRange(sections.Distinct().Where(s => had.TrueForAll(h => h.Section != s)).Select(s => new ReturnShare { ReturnId = id, Section = s, UserId = userId }));
            step.Return.Shared(viewer, sections.Count == 0 ? $"No longer with {colleague.Name}" : $"{string.Join(", ", sections.Select(s => s.Words()))} with {colleague.Name}", step.Now);
            if (had.Count == 0 && sections.Count > 0) steps.Tell(step, ReturnMail.About.Shared, [new(colleague.Id, colleague.Name, colleague.Email!)]);
        }, cancel);
}
