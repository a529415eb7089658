namespace Portal.Domain;

/// <summary>
/// What is the best use of some money: who is below the level their job needs, what courses cost, what pays for them, and what a plan must
/// keep to.
/// </summary>
/// <param name="Months">How many months the plan has, from the one after the day on which it is asked.</param>
public sealed record PlanQuestion(
    int Months, IReadOnlyList<PlanSource> Sources, IReadOnlyList<PlanOffer> Offers, IReadOnlyList<PlanAgency> Agencies,
    IReadOnlyList<PlanGroup> Groups, PlanLimits Limits)
{
    public const int MostMonths = 18, MostSources = 10, MostOffers = 40, MostRunsAMonth = 200, MostWeight = 10;

    /// <summary>The first day of its first month.</summary>
    public DateOnly From { get; init; }

    /// <summary>The levels that groups and courses are of.</summary>
    public IReadOnlyList<PlanLevel> Levels { get; init; } = [];

    public string CodeOf(int level) => Levels.FirstOrDefault(l => l.Number == level)?.Code ?? Words.Number(level);

    public Money Budget() => Sources.Sum(s => s.Amount);

    /// <summary>People below their level, once for each agency.</summary>
    public int Below() => Groups.Sum(g => g.Below);

    public int WeightOf(PlanGroup group) => group.IsCritical ? Limits.CriticalWeight : 1;

    /// <summary>What one place of an offer costs the plan.</summary>
    public Money PriceOf(PlanOffer offer, AgencyType type) =>
        offer.PriceFor(type) + (Limits.PaysRelease ? offer.Release : Money.Zero);

    /// <summary>Refused where no plan could be made of it, beside the field that asks.</summary>
    public void RefuseUnlessSound()
    {
        if (Months is < 1 or > MostMonths) throw new Refused($"Enter between 1 and {MostMonths} months", nameof(Months));
        if (Sources.Count > MostSources) throw new Refused($"A plan has at most {MostSources} sources of money", nameof(Sources));
        if (Budget() <= Money.Zero) throw new Refused("Select money to spend, or enter some", nameof(Sources));
        if (Budget() > FundingSource.Most) throw new Refused($"A plan spends at most {FundingSource.Most}", nameof(Sources));
        if (Offers.Count == 0) throw new Refused("Select at least one course that may be bought", nameof(Offers));
        if (Offers.Count > MostOffers) throw new Refused($"Select at most {MostOffers} courses", nameof(Offers));
        Limits.RefuseUnlessSound();
    }
}

/// <summary>Money that a plan may spend.</summary>
/// <param name="From">The first month of the plan in which it can be spent, from 1.</param>
/// <param name="Until">The last month of the plan in which it can be.</param>
/// <param name="Level">The only level on which it may be spent; null for all.</param>
/// <param name="Type">
/// The only kind of agency whose people it may pay for; null for all. Such money pays places, and not what a date costs as a whole.
/// </param>
/// <param name="EndsOn">The last day on which it can be spent, as the ledger has it; null when it does not end.</param>
public sealed record PlanSource(
    string Name, Money Amount, int From, int Until, int? Level = null, AgencyType? Type = null, DateOnly? EndsOn = null)
{
    /// <summary>Whether it may pay something of a level in a month.</summary>
    /// <param name="type">Of the agency whose place it is; null for what a date costs as a whole.</param>
    public bool Pays(int level, AgencyType? type, int month) =>
        From <= month && month <= Until && (Level is null || Level == level) && (Type is null || Type == type);
}

/// <summary>A course that a plan may buy, for one level.</summary>
/// <param name="Price">Of a place, for agencies that have no price of their own.</param>
/// <param name="PerRun">What a date costs as a whole: its trainer days and its room.</param>
/// <param name="Capacity">
/// Places of a date; null for a course without dates, whose places are bought one by one. Where <paramref name="Delay"/> is more than 0:
/// the places that those whom one date has trained to teach give afterwards.
/// </param>
/// <param name="Release">What releasing one person for it costs, with cover: paid by the agency unless the plan pays it.</param>
/// <param name="Delay">Months from the date until its places can be used: 0, or more for one that trains trainers.</param>
/// <param name="Prices">Of a place, for kinds of agency that have a price of their own.</param>
/// <param name="Cover">How much of its level it teaches; null where nobody has said, as of training our own trainers.</param>
public sealed record PlanOffer(
    string Code, string Title, int Level, Money Price, Money PerRun, int? Capacity, Money Release = default, int Delay = 0,
    IReadOnlyDictionary<AgencyType, Money>? Prices = null, PlanCover? Cover = null)
{
    public bool HasDates => Capacity is not null;
    public bool TrainsTrainers => Delay > 0;

    public Money PriceFor(AgencyType type) => Prices is not null && Prices.TryGetValue(type, out var price) ? price : Price;
}

/// <summary>
/// How many of the statements of its level a course covers. A course that covers one still leads to the level where the catalogue says
/// so: whoever buys it is told.
/// </summary>
public sealed record PlanCover(int Covered, int Statements)
{
    public bool IsHalf => Covered * 2 >= Statements;

    public string Words => $"Covers {Covered} of the {Domain.Words.Count(Statements, "statement")} of its level";
}

/// <summary>What people call a level.</summary>
public sealed record PlanLevel(int Number, string Code);

/// <summary>An agency whose people a plan may train.</summary>
public sealed record PlanAgency(Id<Agency> Id, string Name, AgencyType Type);

/// <summary>The people of one agency whose jobs need one level.</summary>
/// <param name="Agency">Its place in the question’s list of agencies.</param>
/// <param name="People">Who need the level.</param>
/// <param name="Below">Of these, who do not hold it in date.</param>
/// <param name="IsCritical">Whether a shortfall at the level is critical, by the standard in force.</param>
public sealed record PlanGroup(int Agency, int Level, int People, int Below, bool IsCritical);

/// <summary>What a plan must keep to, beside its money.</summary>
/// <param name="RunsAMonth">The most dates of all courses together in one month; null for no limit.</param>
/// <param name="CriticalPercent">Of the people in critical jobs, the share that must hold their level in the end; null for none.</param>
/// <param name="AgencyPercent">Of the people of each agency, the share that must hold their level in the end; null for none.</param>
/// <param name="CriticalWeight">As how many people one in a critical job counts.</param>
/// <param name="PaysRelease">Whether the money also pays for releasing people, and for who stands in.</param>
public sealed record PlanLimits(
    int? RunsAMonth = null, int? CriticalPercent = null, int? AgencyPercent = null, int CriticalWeight = 1, bool PaysRelease = false)
{
    public void RefuseUnlessSound()
    {
        if (RunsAMonth is < 1 or > PlanQuestion.MostRunsAMonth)
            throw new Refused($"Enter between 1 and {PlanQuestion.MostRunsAMonth} dates a month", nameof(RunsAMonth));
        if (CriticalPercent is < 1 or > 100) throw new Refused("Enter between 1 and 100 per cent", nameof(CriticalPercent));
        if (AgencyPercent is < 1 or > 100) throw new Refused("Enter between 1 and 100 per cent", nameof(AgencyPercent));
        if (CriticalWeight is < 1 or > PlanQuestion.MostWeight)
            throw new Refused($"Enter between 1 and {PlanQuestion.MostWeight}", nameof(CriticalWeight));
    }

    /// <summary>How many of so many people a share is, so that it is reached and not nearly reached.</summary>
    public static int ShareOf(int people, int percent) => (int)((((long)people * percent) + 99) / 100);
}
