using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Standards.Measures;

namespace Portal.Features.Standards;

/// <summary>
/// The chain of proof behind one flag: the clause, the rule, the count, the people behind it and what would clear it. Null
/// when it may not be seen.
/// </summary>
public sealed class FlagProof(
    PortalDb db, UkClock clock, IEnumerable<IMeasure> measures, FlagPeople people, FlagPlaces places, ReturnProof returns)
{
    /// <summary>One standing in the flag's life.</summary>
    public sealed record Step(DateOnly From, Outcome Outcome, int Numerator, int Denominator, string? Note);

    /// <param name="Standing">The standing that the flag rests on: today's, or the last before it closed.</param>
    /// <param name="Sentence">In words: "62 of 81 staff (77%) were at their required level".</param>
    /// <param name="History">Every standing since the flag was first seen, the newest first.</param>
    /// <param name="EvaluatedOn">The day it was last counted; null when nothing was evaluated yet.</param>
    public sealed record Count(Step Standing, string Sentence, IReadOnlyList<Step> History, DateOnly? EvaluatedOn)
    {
        /// <summary>How many people or fields it lacks.</summary>
        public int Shortfall => Standing.Denominator - Standing.Numerator;
    }

    /// <param name="Behind">Who fails; nobody once the flag is closed.</param>
    /// <param name="Return">What was counted, for a standard about skill-gap assessments.</param>
    /// <param name="Places">Places booked that may clear it; null where they cannot, or nothing is to be cleared.</param>
    public sealed record Details(
        Flag Flag, string Agency, DateOnly? StaffListConfirmedOn, Standard Standard, string? LevelCode, Count Count,
        FlagPeople.Found Behind, ReturnProof.Details? Return, FlagPlaces.Found? Places);

    /// <param name="page">Of the people behind it; null for everyone at once.</param>
    public async Task<Details?> RunAsync(Viewer viewer, Id<Flag> flagId, int? page, CancellationToken cancel)
    {
        var flag = await db.Flags.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(f => f.Id == flagId, cancel);
        if (flag is null) return null;
        var last = flag.ClosedOn?.AddDays(-1) ?? clock.Today;
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == flag.AgencyId, cancel);
        var history = await HistoryAsync(flag, last, cancel);
        var standard = await StandardAsync(flag, history.FirstOrDefault(), cancel);
        var measure = measures.Single(m => m.Key == standard.Measure);
        var question = await db.FrameworkInForceAsync(viewer.PartnershipId, last, cancel) is { } framework
            ? new Question(viewer.PartnershipId, framework, last) : null;
        var count = CountOf(flag, history, measure, await EvaluatedOnAsync(viewer, last, cancel));
        var isOpen = question is not null && flag.ClosedOn is null;
        return new(
            Flag: flag,
            Agency: agency.Name,
            StaffListConfirmedOn: agency.StaffListConfirmedOn,
            Standard: standard,
            LevelCode: question?.Framework.Levels.FirstOrDefault(l => l.Number == flag.Level)?.Code,
            Count: count,
            Behind: !isOpen ? FlagPeople.Found.Nobody
                : await people.RunAsync(viewer, measure, question! with { AgencyId = flag.AgencyId }, flag, page, cancel),
            Return: question is null ? null : await ReturnAsync(viewer, measure, question, flag, cancel),
            Places: !isOpen ? null
                : await places.RunAsync(measure, question! with { AgencyId = flag.AgencyId }, standard, flag, count.Standing, cancel));
    }

    private Task<List<StandardResult>> HistoryAsync(Flag flag, DateOnly last, CancellationToken cancel) => db.StandardResults.AsNoTracking()
        .Where(r => r.AgencyId == flag.AgencyId && r.StandardCode == flag.StandardCode && r.Level == flag.Level)
        .Where(r => r.From <= last && (r.Until == null || r.Until > flag.FirstSeenOn))
        .OrderByDescending(r => r.From).ToListAsync(cancel);

    /// <summary>The version that was judged; the newest in force when nothing was.</summary>
    private Task<Standard> StandardAsync(Flag flag, StandardResult? standing, CancellationToken cancel) => standing is null
        ? db.Standards.AsNoTracking()
            .Where(s => s.PartnershipId == flag.PartnershipId && s.Code == flag.StandardCode && s.EffectiveFrom <= clock.Today)
            .OrderByDescending(s => s.Number).FirstAsync(cancel)
        : db.Standards.AsNoTracking().SingleAsync(s => s.Id == standing.StandardId, cancel);

    private Task<DateOnly?> EvaluatedOnAsync(Viewer viewer, DateOnly last, CancellationToken cancel) => db.Evaluations
        .OfPartnership(viewer).Where(e => e.AsAt <= last).MaxAsync(e => (DateOnly?)e.AsAt, cancel);

    private static Count CountOf(Flag flag, List<StandardResult> history, IMeasure measure, DateOnly? evaluatedOn)
    {
        List<Step> steps = [.. history.Select(r => new Step(r.From, r.Outcome, r.Numerator, r.Denominator, r.Note))];
        var standing = steps.FirstOrDefault() ?? new(flag.FirstSeenOn, Outcome.Unknown, 0, 0, null);
        return new(standing, measure.Sentence(standing.Numerator, standing.Denominator), steps, evaluatedOn);
    }

    /// <summary>A closed flag lists nothing, because nothing is missing any more.</summary>
    private async Task<ReturnProof.Details?> ReturnAsync(
        Viewer viewer, IMeasure measure, Question question, Flag flag, CancellationToken cancel) =>
        await returns.RunAsync(viewer, measure, question, flag.AgencyId, cancel) is { } made
            ? flag.ClosedOn is null ? made : made with { Lacking = null }
            : null;
}
