using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>S01: of the two leads, how many are in post and were confirmed in the last 12 months.</summary>
public sealed class LeadsInPost(PortalDb db) : IMeasure
{
    private static readonly Role[] Leads = [Role.TrainingLead, Role.ExecutiveLead];

    public string Key => MeasureKeys.LeadsInPost;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "No leads are expected";

    public string Sentence(int numerator, int denominator) => $"{numerator} of {denominator} leads were in post and confirmed";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel)
    {
        var (day, checkedSince) = (question.Day, question.Day.AddMonths(-12));
        var agencies = await db.Agencies.Where(a => a.PartnershipId == question.PartnershipId).Select(a => a.Id).ToListAsync(cancel);
        var current = await db.Memberships.CurrentOn(db, day)
            .Where(m => m.PartnershipId == question.PartnershipId && m.AgencyId != null && !m.IsDeputy
                && (m.Role == Role.TrainingLead || m.Role == Role.ExecutiveLead))
            .GroupBy(m => new { m.AgencyId, m.Role })
            .Select(g => new { g.Key.AgencyId, g.Key.Role, CheckedOn = g.Max(m => m.CheckedOn) }).ToListAsync(cancel);
        var held = current.ToDictionary(m => (m.AgencyId!.Value, m.Role), m => m.CheckedOn);
        return [.. agencies.Select(agency => Judge(
            agency, [.. Leads.Select(role => (role, held.TryGetValue((agency, role), out var on) ? on : (DateOnly?)null))], checkedSince))];
    }

    private static Measured Judge(Id<Agency> agency, List<(Role Role, DateOnly? CheckedOn)> leads, DateOnly checkedSince)
    {
        var missing = leads.Where(l => l.CheckedOn is not { } on || on < checkedSince)
            .Select(l => $"{l.Role.Words()} {(l.CheckedOn is { } on ? $"last confirmed on {on.Words()}" : "vacant")}").ToList();
        var inPost = leads.Count - missing.Count;
        return new(agency, 0, inPost, leads.Count,
            missing.Count == 0 ? Outcome.Met : inPost > 0 ? Outcome.PartlyMet : Outcome.NotMet,
            missing.Count == 0 ? null : string.Join("; ", missing));
    }
}
