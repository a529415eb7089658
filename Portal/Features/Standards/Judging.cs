using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Features.Standards.Measures;

namespace Portal.Features.Standards;

/// <summary>
/// How every open agency stands on every standard in force, as at a day: a constant number of queries, however many agencies.
/// </summary>
public sealed class Judging(PortalDb db, IEnumerable<IMeasure> measures)
{
    private readonly Dictionary<string, IMeasure> byKey = measures.ToDictionary(m => m.Key);

    private sealed record Place(Id<Agency> Id, DateOnly StartsOn, DateOnly? StaffListConfirmedOn);

    public async Task<IReadOnlyList<Verdict>> RunAsync(Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) =>
        await ByAsync(await db.StandardsInForceAsync(partnershipId, day, cancel), partnershipId, day, cancel);

    /// <summary>The same by standards of one's own choice, for example a draft beside the version it would replace.</summary>
    public async Task<IReadOnlyList<Verdict>> ByAsync(
        IReadOnlyList<Standard> standards, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel)
    {
        var framework = await db.FrameworkInForceAsync(partnershipId, day, cancel)
            ?? throw new Refused($"No framework was in force on {day.Words()}");
        var agencies = await db.Agencies.OpenOn(day).Where(a => a.PartnershipId == partnershipId)
            .Join(db.Phases, a => a.PhaseId, p => p.Id, (a, p) => new Place(a.Id, p.StartsOn, a.StaffListConfirmedOn)).ToListAsync(cancel);
        var question = new Question(partnershipId, framework, day);
        List<Verdict> verdicts = [];
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            // It counts everyone again for each measure.
            await db.SortInMemoryAsync(megabytes: 64, cancel);
            foreach (var standard in standards)
            {
                var measure = byKey[standard.Measure!];
                var measured = (await measure.RunAsync(question, cancel)).ToDictionary(m => (m.AgencyId, m.Level));
                foreach (var level in standard.PerLevel ? framework.Levels.Select(l => l.Number) : [0])
                    verdicts.AddRange(agencies.Select(a => Judge(
                        standard, measure, a, measured.GetValueOrDefault((a.Id, level)) ?? new(a.Id, level, 0, 0), day)));
            }
            return verdicts;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static Verdict Judge(Standard standard, IMeasure measure, Place agency, Measured found, DateOnly day)
    {
        var (outcome, note) =
            agency.StartsOn > day ? (Outcome.NotYetDue, $"Begins on {agency.StartsOn.Words()}")
            : measure.NeedsFreshStaffList && StaffList.Staleness(agency.StaffListConfirmedOn, day) is { } stale ? (Outcome.Unknown, stale)
            : found.Outcome is { } given ? (given, found.Note)
            : (standard.Judge(found.Numerator, found.Denominator),
                found.Denominator == 0 ? measure.NothingToCount(found.Level) : found.Note);
        return new(found.AgencyId, standard, measure, found.Level, outcome, found.Numerator, found.Denominator, note);
    }
}
