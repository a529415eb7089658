namespace Portal.Features.Reports.Figures;

/// <summary>
/// What every part of an edition is figured from: the rules in force on its cut-off day, who was in scope, and how each stood.
/// </summary>
public sealed class CutOff
{
    /// <param name="HasBegun">Its phase has begun, so that the standards apply to it.</param>
    public sealed record InScope(Agency Agency, int Phase, bool HasBegun);

    public sealed record Result(
        Id<Agency> AgencyId, string Code, int Level, Outcome Outcome, int Numerator, int Denominator, string? Note = null);

    private readonly Dictionary<string, Standard> byCode;
    private readonly Dictionary<(Id<Agency>, string, int), Result> found;
    private readonly ILookup<Id<Agency>, Result> byAgency;
    private readonly ILookup<Id<Agency>, Flag> flagged;

    public CutOff(
        DateOnly day, Domain.Framework framework, IReadOnlyList<Standard> standards, IReadOnlyList<InScope> agencies,
        IReadOnlyList<Result> results, IReadOnlyList<Flag> open)
    {
        (Day, Framework, Standards, Agencies, Results) = (day, framework, standards, agencies, results);
        byCode = standards.ToDictionary(s => s.Code);
        found = results.ToDictionary(r => (r.AgencyId, r.Code, r.Level));
        // In one order, whatever order the database gives: what is said of the same results is the same sentence.
        byAgency = results.OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Level).ToLookup(r => r.AgencyId);
        flagged = open.Where(f => byCode.ContainsKey(f.StandardCode)).ToLookup(f => f.AgencyId);
    }

    public DateOnly Day { get; }
    public Domain.Framework Framework { get; }

    /// <summary>The version in force of each, by code.</summary>
    public IReadOnlyList<Standard> Standards { get; }
    public IReadOnlyList<InScope> Agencies { get; }
    public IReadOnlyList<Result> Results { get; }

    public IEnumerable<Flag> FlagsOf(Agency agency) => flagged[agency.Id];
    public IEnumerable<Result> ResultsOf(Agency agency) => byAgency[agency.Id];

    /// <summary>The result a flag rests on; null when it was not judged.</summary>
    public Result? ResultOf(Flag flag) => found.GetValueOrDefault((flag.AgencyId, flag.StandardCode, flag.Level));

    public Standard? StandardOf(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Codes of the standards that are counted by one measure.</summary>
    public IReadOnlySet<string> CountedBy(string measure) => Standards.Where(s => s.Measure == measure).Select(s => s.Code).ToHashSet();

    /// <summary>Null for a standard that is not counted by level.</summary>
    public string? LevelCode(int level) =>
        level == 0 ? null : Framework.Levels.FirstOrDefault(l => l.Number == level)?.Code ?? $"{level}";
}
