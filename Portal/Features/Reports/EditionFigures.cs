using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>
/// Everything an edition says as at its cut-off day, read from the history of results: a constant number of queries,
/// however many agencies there are.
/// </summary>
public sealed class EditionFigures(PortalDb db, ReturnFigures returnsOf, CostFigures costsOf, StaffListsAsAt lists)
{
    private sealed record Result(Id<Agency> AgencyId, string Code, int Level, Outcome Outcome, int Numerator, int Denominator);

    public async Task<EditionContent> RunAsync(Viewer viewer, Body body, DateOnly meetingOn, DateOnly cutOff, Edition? previous, CancellationToken cancel)
    {
        var partnership = await db.Partnerships.AsNoTracking().SingleAsync(p => p.Id == viewer.PartnershipId, cancel);
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, cutOff, cancel) ?? throw new Refused("No framework was in force on that day");
        var standards = (await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => s.EffectiveFrom <= cutOff).ToListAsync(cancel))
            .GroupBy(s => s.Code).Select(g => g.MaxBy(s => s.Number)!).OrderBy(s => s.Code, StringComparer.Ordinal).ToList();
        var agencies = await db.Agencies.AsNoTracking().OfPartnership(viewer).OpenOn(cutOff)
            .Join(db.Phases, a => a.PhaseId, p => p.Id, (a, p) => new { Agency = a, Phase = p.Number, p.StartsOn }).ToListAsync(cancel);
        var results = await At(viewer, cutOff).Select(r => new Result(r.AgencyId, r.StandardCode, r.Level, r.Outcome, r.Numerator, r.Denominator)).ToListAsync(cancel);
        var flags = await db.Flags.AsNoTracking().OfPartnership(viewer).OpenOn(cutOff).ToListAsync(cancel);
        var leads = (await db.Memberships.OfPartnership(viewer).CurrentOn(db, cutOff)
            .Where(m => m.Role == Role.TrainingLead || m.Role == Role.ExecutiveLead)
            .Select(m => new { m.AgencyId, m.Role }).ToListAsync(cancel)).Select(m => (m.AgencyId, m.Role)).ToHashSet();

        var made = await returnsOf.RunAsync(viewer, framework, agencies.Where(a => a.StartsOn <= cutOff).ToDictionary(a => a.Agency.Id, a => a.Agency.Name), cutOff, cancel);
        var costs = await costsOf.RunAsync(viewer, cutOff, cancel);
        var costOf = costs?.Agencies.ToDictionary(c => c.AgencyId) ?? [];
        var staffListOf = await lists.RunAsync(viewer, cutOff, cancel);
        var before = previous?.Read();
        var reported = before?.Flags.ToDictionary(f => f.FlagId) ?? [];
        var found = results.ToDictionary(r => (r.AgencyId, r.Code, r.Level));
        var byAgency = results.ToLookup(r => r.AgencyId);
        var byCode = standards.ToDictionary(s => s.Code);
        FlagEntry Entry(Flag flag)
        {
            var (standard, result) = (byCode[flag.StandardCode], found.GetValueOrDefault((flag.AgencyId, flag.StandardCode, flag.Level)));
            var (outcome, numerator, denominator) = (result?.Outcome ?? Outcome.Unknown, result?.Numerator ?? 0, result?.Denominator ?? 0);
            var last = reported.GetValueOrDefault(flag.Id.Value);
            return new(flag.Id.Value, flag.Reference, flag.StandardCode, LevelCode(framework, flag.Level), standard.ShortName, standard.Wording, outcome, numerator, denominator,
                standard.MetAt, flag.Severity, flag.FirstSeenOn, flag.AgeInDays(cutOff), flag.Occurrence, (last?.TimesReported ?? 0) + 1,
                EditionSentences.Change(last, outcome, numerator, denominator), standard.ClearedBy);
        }

        var flagged = flags.Where(f => byCode.ContainsKey(f.StandardCode)).ToLookup(f => f.AgencyId);
        var entries = EditionSentences.InOrder(agencies.Where(a => flagged.Contains(a.Agency.Id)).Select(a => new AgencyEntry(
            a.Agency.Id.Value, a.Agency.Name, a.Agency.Type.Words(), a.Agency.Duty.Words(), a.Phase, leads.Contains((a.Agency.Id, Role.TrainingLead)),
            leads.Contains((a.Agency.Id, Role.ExecutiveLead)), staffListOf(a.Agency),
            [.. flagged[a.Agency.Id].Select(Entry).OrderByDescending(f => f.Severity).ThenBy(f => f.FirstSeenOn).ThenBy(f => f.Code).ThenBy(f => f.Level)],
            made.Entries.GetValueOrDefault(a.Agency.Id), costOf.GetValueOrDefault(a.Agency.Id.Value)))).ToList();

        var cleared = await ClearedAsync(viewer, framework, byCode, before?.CutOffOn, cutOff, cancel);
        var worst = agencies.Select(a => Worst(a.StartsOn > cutOff, flagged[a.Agency.Id].ToList(), found, byAgency[a.Agency.Id])).ToLookup(o => o);
        var all = entries.SelectMany(e => e.Flags).ToList();
        var headline = new EditionHeadline(
            agencies.Count, worst[Outcome.Met].Count(), worst[Outcome.PartlyMet].Count(), worst[Outcome.NotMet].Count(), worst[Outcome.Unknown].Count(),
            worst[Outcome.NotYetDue].Count(), all.Count(f => f.Change == FlagChange.New), all.Count(f => f.Change == FlagChange.Worse), cleared.Count,
            before?.Headline.FollowingAll);

        var returns = standards.Where(s => s.Measure == MeasureKeys.ReturnedAndSigned).Select(s => s.Code).ToHashSet();
        return new(partnership.Name, partnership.ShortName, body.Name, meetingOn, cutOff, previous?.Number, before?.CutOffOn, $"{framework.Title}, version {framework.Number}",
            headline, [.. EditionSentences.Recommendations(headline, entries, returns), .. ReturnSentences.Recommendations(made.Returns, costs, meetingOn)], await LinesAsync(viewer, framework, standards, results, cutOff, cancel), entries, cleared,
            Levels(framework, standards, results),
            Caveats(agencies.Select(a => a.Agency).Where(a => byAgency[a.Id].Any(r => r.Outcome == Outcome.Unknown)), staffListOf),
            made.Returns.Asked == 0 ? null : made.Returns, costs, partnership.Resolution);
    }

    private IQueryable<StandardResult> At(Viewer viewer, DateOnly day) =>
        db.StandardResults.AsNoTracking().OfPartnership(viewer).StandingOn(day);

    /// <summary>An agency's place in the headline: by its flags, unless it is too early or too little is known to say.</summary>
    private static Outcome Worst(bool early, List<Flag> flags, Dictionary<(Id<Agency>, string, int), Result> found, IEnumerable<Result> results)
    {
        if (early) return Outcome.NotYetDue;
        var outcomes = flags.Select(f => found.GetValueOrDefault((f.AgencyId, f.StandardCode, f.Level))?.Outcome ?? Outcome.Unknown).ToList();
        return outcomes.Contains(Outcome.NotMet) ? Outcome.NotMet
            : outcomes.Contains(Outcome.PartlyMet) ? Outcome.PartlyMet
            : outcomes.Count > 0 || !results.Any() || results.Any(r => r.Outcome == Outcome.Unknown) ? Outcome.Unknown
            : Outcome.Met;
    }

    private async Task<IReadOnlyList<ClearedFlag>> ClearedAsync(Viewer viewer, Domain.Framework framework, Dictionary<string, Standard> standards, DateOnly? since, DateOnly cutOff, CancellationToken cancel) =>
        since is null ? [] :
        [.. (await db.Flags.OfPartnership(viewer).Where(f => f.ClosedOn > since && f.ClosedOn <= cutOff)
            .Join(db.Agencies, f => f.AgencyId, a => a.Id, (f, a) => new { a.Id, a.Name, f.Reference, f.StandardCode, f.Level, f.ClosedOn, f.ClosedBecause })
            .OrderBy(f => f.Name).ThenBy(f => f.Reference).ToListAsync(cancel))
            .Select(f => new ClearedFlag(f.Id.Value, f.Name, f.Reference, standards.GetValueOrDefault(f.StandardCode)?.ShortName ?? f.StandardCode, LevelCode(framework, f.Level), f.ClosedOn!.Value, f.ClosedBecause ?? ""))];

    private async Task<IReadOnlyList<StandardLine>> LinesAsync(
        Viewer viewer, Domain.Framework framework, List<Standard> standards, List<Result> results, DateOnly cutOff, CancellationToken cancel)
    {
        List<Dictionary<(string, int), (int Met, int Judged)>> quarters = [];
        foreach (var day in Quarters.UpTo(cutOff))
            quarters.Add((await At(viewer, day).GroupBy(r => new { r.StandardCode, r.Level }).Select(g => new
            {
                g.Key.StandardCode, g.Key.Level,
                Met = g.Sum(r => r.Outcome == Outcome.Met ? 1 : 0),
                Judged = g.Sum(r => r.Outcome == Outcome.Met || r.Outcome == Outcome.PartlyMet || r.Outcome == Outcome.NotMet ? 1 : 0),
            }).ToListAsync(cancel)).ToDictionary(r => (r.StandardCode, r.Level), r => (r.Met, r.Judged)));

        int? Share((int Met, int Judged) quarter) => quarter.Judged == 0 ? null : 100 * quarter.Met / quarter.Judged;
        return [.. from standard in standards
                   from level in standard.PerLevel ? framework.Levels.Select(l => l.Number) : [0]
                   let counts = results.Where(r => r.Code == standard.Code && r.Level == level).GroupBy(r => r.Outcome).ToDictionary(g => g.Key, g => g.Count())
                   select new StandardLine(standard.Code, standard.Number, standard.ShortName, standard.Wording, LevelCode(framework, level), standard.Basis.Words(),
                       standard.SeverityAt(level).Words(), counts.GetValueOrDefault(Outcome.Met), counts.GetValueOrDefault(Outcome.PartlyMet), counts.GetValueOrDefault(Outcome.NotMet),
                       counts.GetValueOrDefault(Outcome.Unknown), counts.GetValueOrDefault(Outcome.NotYetDue), counts.GetValueOrDefault(Outcome.NotApplicable),
                       [.. quarters.Select(q => Share(q.GetValueOrDefault((standard.Code, level))))])];
    }

    /// <summary>People by level, from the standard on staff at their required level; agencies whose staff list is unknown are not in it, and the caveats name them.</summary>
    private static IReadOnlyList<LevelLine> Levels(Domain.Framework framework, List<Standard> standards, List<Result> results)
    {
        var held = standards.Where(s => s.Measure == MeasureKeys.StaffAtRequiredLevel).Select(s => s.Code).ToHashSet();
        var judged = results.Where(r => held.Contains(r.Code) && r.Outcome is (Outcome.Met or Outcome.PartlyMet or Outcome.NotMet)).ToLookup(r => r.Level);
        return [.. framework.Levels.Select(l => new LevelLine(l.Code, l.Title, judged[l.Number].Sum(r => r.Denominator), judged[l.Number].Sum(r => r.Numerator)))];
    }

    private static IReadOnlyList<string> Caveats(IEnumerable<Agency> unknown, Func<Agency, DateOnly?> staffListOf) =>
    [
        "Figures count verified training records of staff on the agencies’ own staff lists, as they stood on the cut-off day.",
        .. unknown.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => staffListOf(a) is { } day
            ? $"{a.Name} is shown as unknown where its staff list matters: it was last confirmed on {Words.Day(day)}."
            : $"{a.Name} is shown as unknown where its staff list matters: it had not been confirmed in the {Agency.StaffListFreshDays} days before the cut-off day."),
    ];

    private static string? LevelCode(Domain.Framework framework, int level) => level == 0 ? null : framework.Levels.FirstOrDefault(l => l.Number == level)?.Code ?? $"{level}";
}
