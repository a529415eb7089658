using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>People at the agency of a return who can sign in and are not its lead, and what is shared with each.</summary>
public sealed class Colleagues(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<User> Id, string Name, IReadOnlyList<AssessmentSection> Sections);

    public async Task<IReadOnlyList<Row>> RunAsync(GapAssessment assessment, CancellationToken cancel)
    {
        var today = clock.Today;
        var shares = (await db.AssessmentShares.Where(s => s.AssessmentId == assessment.Id).ToListAsync(cancel)).ToLookup(s => s.UserId, s => s.Section);
        var people = await db.Memberships.CurrentOn(db, today)
            .Where(m => m.AgencyId == assessment.AgencyId && (m.Role == Role.Learner || m.Role == Role.LineManager))
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Id, u.Name }).Distinct().OrderBy(u => u.Name).ToListAsync(cancel);
        return [.. people.Select(p => new Row(p.Id, p.Name, [.. shares[p.Id].Order()]))];
    }
}
