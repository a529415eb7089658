using Microsoft.EntityFrameworkCore;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Funding;

/// <summary>
/// The partnership's money for training: where it comes from and until when, what is promised of it, and who
/// has been asked for more.
/// </summary>
public sealed class FundingLedger(PortalDb db, UkClock clock)
{
    public sealed record SourceLine(
        Id<FundingSource> Id, string Name, FundingKind Kind, Money Amount, Money Committed, DateOnly From, DateOnly? EndsOn, int Version)
    {
        public Money Free => Amount - Committed;

        /// <summary>What is left of it was not spent in time.</summary>
        public bool HasEnded(DateOnly today) => EndsOn < today;
    }

    /// <param name="Amount">What it takes of its source.</param>
    /// <param name="Released">What of it was set free, where a part was spent.</param>
    public sealed record CommitmentLine(
        Id<FundingCommitment> Id, string Source, string? Agency, string What, Money Amount, DateOnly On, Money Released)
    {
        public required Id<FundingSource> SourceId { get; init; }
    }

    /// <summary>What a ledger of many years shows at once: what is open, or what ended in one financial year.</summary>
    public sealed record Part(
        IReadOnlyList<SourceLine> Sources, IReadOnlyList<CommitmentLine> Commitments, IReadOnlyList<ContributionRequest> Requests);

    public sealed record View(
        IReadOnlyList<SourceLine> Sources, IReadOnlyList<CommitmentLine> Commitments, IReadOnlyList<ContributionRequest> Requests,
        DateOnly Today)
    {
        public Money Total => Open.Sum(s => s.Amount);
        public Money Committed => Open.Sum(s => s.Committed);
        public Money Free => Total - Committed;
        public Money Waiting => Requests.Where(r => r.Answer == ContributionAnswer.Waiting).Sum(r => r.Asked);
        public IEnumerable<SourceLine> Open => Sources.Where(s => !s.HasEnded(Today));

        /// <summary>Sources of which something can be promised on the day, as forms offer them.</summary>
        public IReadOnlyList<Choice> ToPromise => [.. Open.Where(s => s.From <= Today && s.Free > Money.Zero).Select(s =>
            new Choice($"{s.Id}", s.Name) { Hint = $"{s.Free} free{(s.EndsOn is { } on ? $", until {Words.Day(on)}" : "")}" })];

        /// <summary>The financial years of what is not among what is open, the latest first.</summary>
        public IReadOnlyList<int> YearsEnded =>
        [
            .. Sources.Where(s => s.HasEnded(Today)).Select(s => FinancialYear.Of(s.EndsOn!.Value))
                .Union(Requests.Where(r => !IsOpen(r)).Select(r => FinancialYear.Of(r.AskedOn))).OrderDescending(),
        ];

        /// <summary>
        /// Without a year, sources that have not ended, what is promised of them, and requests that wait or are of the last two years;
        /// with one, the sources that ended in it with what was promised of them, and its requests.
        /// </summary>
        public Part Shown(int? ended)
        {
            var sources = Sources.Where(s => ended is { } year
                ? s.HasEnded(Today) && FinancialYear.Of(s.EndsOn!.Value) == year : !s.HasEnded(Today)).ToList();
            var ids = sources.ConvertAll(s => s.Id).ToHashSet();
            return new(sources, [.. Commitments.Where(c => ids.Contains(c.SourceId))], [.. Requests.Where(r => ended is { } year
                ? FinancialYear.Of(r.AskedOn) == year : IsOpen(r))]);
        }

        private bool IsOpen(ContributionRequest request) =>
            request.Answer == ContributionAnswer.Waiting || request.AskedOn > Today.AddYears(-2);

        public IReadOnlyList<FundingForecast.Line> Forecast(IReadOnlyDictionary<int, Money> needs) =>
            FundingForecast.Of(needs, Open.Select(s => new FundingForecast.Source(s.Free, s.From, s.EndsOn)));
    }

    public Task<View> RunAsync(Viewer viewer, CancellationToken cancel) => AsAtAsync(viewer, clock.Today, cancel);

    /// <summary>As it stood on a day: what was agreed, committed or released later is left out.</summary>
    public async Task<View> AsAtAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadFunding);
        var commitments = await (from commitment in db.FundingCommitments.AsNoTracking().OfPartnership(viewer)
                                 where commitment.On <= day && (commitment.ReleasedOn == null || commitment.ReleasedOn > day
                                     || commitment.Kept != Money.Zero)
                                 join agency in db.Agencies on commitment.AgencyId equals (Id<Agency>?)agency.Id into agencies
                                 from agency in agencies.DefaultIfEmpty()
                                 orderby commitment.On, commitment.Id
                                 select new { Row = commitment, Agency = (string?)agency.Name }).ToListAsync(cancel);
        var sources = await db.FundingSources.AsNoTracking().OfPartnership(viewer)
            .Where(s => s.RequestId == null || db.ContributionRequests.Any(r => r.Id == s.RequestId && r.AnsweredOn <= day))
            .OrderBy(s => s.From).ThenBy(s => s.Id).ToListAsync(cancel);
        var (names, promised) =
            (sources.ToDictionary(s => s.Id, s => s.Name), commitments.ToLookup(c => c.Row.SourceId, c => c.Row.StandingOn(day)));
        return new(
            [.. sources.Select(s => new SourceLine(s.Id, s.Name, s.Kind, s.Amount, promised[s.Id].Sum(), s.From, s.EndsOn, s.Version))],
            [.. commitments.Select(c => new CommitmentLine(c.Row.Id, names[c.Row.SourceId], c.Agency, c.Row.What, c.Row.StandingOn(day),
                c.Row.On, c.Row.Amount - c.Row.StandingOn(day)) { SourceId = c.Row.SourceId })],
            await db.ContributionRequests.AsNoTracking().OfPartnership(viewer).Where(r => r.AskedOn <= day).OrderBy(r => r.AskedOn)
                .ThenBy(r => r.Id).ToListAsync(cancel), day);
    }
}
