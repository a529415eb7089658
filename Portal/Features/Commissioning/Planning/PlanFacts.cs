using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Funding;

namespace Portal.Features.Commissioning.Planning;

/// <summary>
/// What plans are made of, as the data have it today: who is below the level their job needs, by the count of the demand page and the
/// matrix; courses of the catalogue with what they cost; and money of the ledger that nobody is promised.
/// </summary>
public sealed class PlanFacts(PortalDb db, FundingLedger ledger, UkClock clock)
{
    private const int HoursOfATrainerDay = 6, UsualPlaces = 16, MonthsOfDates = 24;

    /// <param name="Key">Its id, or that of the request to a board.</param>
    /// <param name="IsAsked">A board has been asked for it and has not answered.</param>
    public sealed record Source(Guid Key, string Name, Money Free, DateOnly From, DateOnly? EndsOn, bool IsAsked);

    /// <param name="PerRun">Its trainer days and its room at the usual prices, where a place has no price.</param>
    /// <param name="Capacity">Places of its largest date of two years; null for e-learning.</param>
    /// <param name="Cover">How much of its level it says it covers; null where the level has no statements.</param>
    public sealed record Offer(
        Id<Course> Id, string Code, string Title, int Level, Money Price, Money PerRun, int? Capacity, decimal Hours,
        IReadOnlyDictionary<AgencyType, Money> Prices, PlanCover? Cover);

    /// <param name="From">The first day of the first month of a plan.</param>
    /// <param name="Hourly">What an hour of a person’s time and of who stands in usually costs; null where nobody has said.</param>
    public sealed record View(
        DateOnly From, IReadOnlyList<PlanLevel> Levels, IReadOnlyList<PlanAgency> Agencies, IReadOnlyList<PlanGroup> Groups,
        IReadOnlyList<Offer> Offers, IReadOnlyList<Source> Sources, Money? Hourly);

    public async Task<View> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.DecideRequests);
        var (today, from) = (clock.Today, new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddMonths(1));
        var prices = await db.UsualPrices.AsNoTracking().OfPartnership(viewer).Where(p => p.Price != null)
            .ToDictionaryAsync(p => p.Kind, p => p.Price!.Value, cancel);
        var sources = await SourcesAsync(viewer, from, cancel);
        if (await db.RuleInForceAsync(viewer.PartnershipId, today, cancel) is not { } framework)
            return new(from, [], [], [], [], sources, null);
        var counts = await LevelCount.OnAsync(db, framework, today, null, cancel);
        var named = await db.Agencies.AsNoTracking().OfPartnership(viewer).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Name, a.Type }).ToListAsync(cancel);
        var critical = await db.CriticalFromLevelAsync(viewer.PartnershipId, today, cancel);
        PlanAgency[] agencies = [.. named.Where(a => counts.Exists(c => c.AgencyId == a.Id && c.Level != null))
            .Select(a => new PlanAgency(a.Id, a.Name, a.Type))];
        var place = agencies.Index().ToDictionary(a => a.Item.Id, a => a.Index);
        Money? hourly = prices.TryGetValue(CostKind.StaffRelease, out var released)
            ? released + prices.GetValueOrDefault(CostKind.Backfill) : null;
        return new(from, [.. framework.Levels.OrderBy(l => l.Number).Select(l => new PlanLevel(l.Number, l.Code))], agencies,
            [.. counts.Where(c => c.Level is not null && place.ContainsKey(c.AgencyId)).OrderBy(c => place[c.AgencyId]).ThenBy(c => c.Level)
                .Select(c => new PlanGroup(place[c.AgencyId], c.Level!.Value, c.People, c.People - c.InDate, c.Level >= critical))],
            await OffersAsync(viewer, framework, prices, cancel), sources, hourly);
    }

    /// <summary>
    /// What is free in the ledger and has not ended before a plan begins, and what boards were asked for and have not answered.
    /// </summary>
    private async Task<IReadOnlyList<Source>> SourcesAsync(Viewer viewer, DateOnly from, CancellationToken cancel)
    {
        var view = await ledger.RunAsync(viewer, cancel);
        return
        [
            .. view.Open.Where(s => s.Free > Money.Zero && (s.EndsOn is null || s.EndsOn >= from.AddMonths(1).AddDays(-1)))
                .Select(s => new Source(s.Id.Value, s.Name, s.Free, s.From, s.EndsOn, false)),
            .. view.Requests.Where(r => r.Answer == ContributionAnswer.Waiting)
                .Select(r => new Source(r.Id.Value, $"Asked of {r.Board}", r.Asked, view.Today, null, true)),
        ];
    }

    /// <summary>
    /// Accredited courses that everyone may book, each for the highest level that it leads to. Those below their level may never have held
    /// it, and a refresher is for those who have.
    /// </summary>
    private async Task<IReadOnlyList<Offer>> OffersAsync(
        Viewer viewer, Domain.Framework framework, Dictionary<CostKind, Money> prices, CancellationToken cancel)
    {
        var (today, since) = (clock.Today, UkClock.StartOf(clock.Today.AddMonths(-MonthsOfDates)));
        var courses = await db.Courses.AsNoTracking().AsSplitQuery().OfPartnership(viewer).OfferedOn(today)
            .AccreditedOn(db, today)
            .Where(c => c.AgencyId == null && !c.IsRefresher && c.Levels.Any(l => l.Framework == framework.Code))
            .Include(c => c.Levels).Include(c => c.Prices).Include(c => c.Competencies)
            .OrderBy(c => c.Code).ThenBy(c => c.Id).ToListAsync(cancel);
        var places = (await db.CourseRuns.OfPartnership(viewer).Where(r => r.State != RunState.Cancelled && r.StartsAt >= since)
            .GroupBy(r => r.CourseId).Select(g => new { g.Key, Most = g.Max(r => r.MaxPlaces) }).ToListAsync(cancel))
            .ToDictionary(g => g.Key, g => g.Most);
        var statements = await db.Frameworks.Where(f => f.Id == framework.Id).SelectMany(f => f.Competencies)
            .Select(s => new { s.LevelNumber, s.Code }).ToListAsync(cancel);
        return [.. courses.Select(c =>
        {
            var level = c.Levels.Where(l => l.Framework == framework.Code).Max(l => l.LevelNumber);
            var covers = c.Competencies.Where(s => s.Framework == framework.Code).Select(s => s.Code).ToHashSet();
            var ofLevel = statements.FindAll(s => s.LevelNumber == level);
            return new Offer(
                c.Id, c.Code, c.Title, level, c.Price, PerRunOf(c, prices),
                c.IsELearning ? null : places.TryGetValue(c.Id, out var most) ? most : UsualPlaces, c.Hours,
                c.Prices.ToDictionary(p => p.Type, p => p.Price),
                ofLevel.Count == 0 ? null : new(ofLevel.Count(s => covers.Contains(s.Code)), ofLevel.Count));
        })];
    }

    private static Money PerRunOf(Course course, Dictionary<CostKind, Money> prices)
    {
        if (course.IsELearning || course.Price > Money.Zero) return Money.Zero;
        var days = Math.Max(1, Math.Ceiling(course.Hours / HoursOfATrainerDay));
        var room = course.Mode == CourseMode.LiveOnline ? Money.Zero : prices.GetValueOrDefault(CostKind.Venue);
        return (prices.GetValueOrDefault(CostKind.TrainerDay) + room).Times(days);
    }
}
