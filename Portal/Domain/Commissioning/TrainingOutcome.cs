namespace Portal.Domain;

/// <summary>What came of dates that were held: of one, of all under an order, or of all that a provider was ordered to give.</summary>
/// <param name="Places">That there were on them.</param>
/// <param name="Used">Places on which somebody came, to all or a part.</param>
/// <param name="Reached">People with a verified record from them at the level asked for, or above.</param>
/// <param name="Spent">On the training itself: the dates’ shares of the amount of their order.</param>
/// <param name="Release">
/// What releasing people, their cover and their travel cost, as the request reckoned it for a place, for each place that was used.
/// </param>
public sealed record TrainingOutcome(int Places, int Used, int Reached, Money Spent, Money Release)
{
    public static TrainingOutcome None { get; } = new(0, 0, 0, Money.Zero, Money.Zero);

    /// <summary>What each person who reached the level cost, by the training alone; null while nobody has.</summary>
    public Money? Each => Of(Spent);

    /// <summary>The same with release, cover and travel.</summary>
    public Money? EachWithRelease => Of(Spent + Release);

    /// <param name="reached">People, once each, whichever of the dates they came to; null adds them up.</param>
    public static TrainingOutcome Together(IReadOnlyCollection<TrainingOutcome> outcomes, int? reached = null) => new(
        outcomes.Sum(o => o.Places), outcomes.Sum(o => o.Used), reached ?? outcomes.Sum(o => o.Reached),
        outcomes.Select(o => o.Spent).Sum(), outcomes.Select(o => o.Release).Sum());

    /// <summary>What a request reckoned for releasing people for a place, for so many that were used.</summary>
    public static Money ReleaseFor(CommissioningRequest request, int used) => request.AllPlaces == 0 ? Money.Zero
        : request.Costs.Where(c => !c.IsForTheTraining).Select(c => c.Total).Sum().Times((decimal)used / request.AllPlaces);

    private Money? Of(Money cost) => Reached == 0 ? null : cost.Times(1m / Reached);
}

/// <summary>How confident people said they are at one moment, over all statements.</summary>
/// <param name="Replies">How many answered.</param>
/// <param name="Ratings">How many statements they rated together.</param>
/// <param name="Sum">Of the ratings, 1 to 5 each.</param>
/// <param name="Others">How many answered of other dates of the same courses.</param>
public sealed record ConfidenceTotal(int Replies, int Ratings, int Sum, int Others)
{
    /// <summary>
    /// The mean from 1 to 5; null where fewer than five answered. Null, too, where so few answered of the other dates that the total of
    /// their course would give these few away.
    /// </summary>
    public decimal? Mean => Replies < EvaluationReply.Fewest || Ratings == 0 || Others is > 0 and < EvaluationReply.Fewest ? null
        : decimal.Round((decimal)Sum / Ratings, 1, MidpointRounding.AwayFromZero);
}
