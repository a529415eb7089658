namespace Portal.Domain;

// What a request says, part by part.
public sealed partial class CommissioningRequest
{
    public const int MostPlaces = 2_000, MostCosts = 30, LongestText = 2_000;

    /// <summary>Why it is needed, in the agency’s words.</summary>
    public string? Why { get; private set; }

    /// <summary>The level that people are to reach.</summary>
    public int? LevelNumber { get; private set; }

    /// <summary>The course of the catalogue of which more is asked; null for a new one.</summary>
    public Id<Course>? CourseId { get; private set; }
    public CourseMode? Mode { get; private set; }

    /// <summary>Codes of the strands that it is to cover, separated by spaces.</summary>
    public string Strands { get; private set; } = "";

    /// <summary>Codes of the statements of the level that a new course would cover, separated by spaces.</summary>
    public string Competencies { get; private set; } = "";

    /// <summary>Who it is for, in words; null where the level says it.</summary>
    public string? Audience { get; private set; }

    /// <summary>Places for the agency that asks, or for all where the partnership does.</summary>
    public int? Places { get; private set; }

    /// <summary>The first day on which it might be given.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The last day on which it might be given.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>A provider of the register; null for a new one.</summary>
    public Id<Provider>? ProviderId { get; private set; }

    /// <summary>What a provider is called that is not on the register.</summary>
    public string? NewProvider { get; private set; }

    /// <summary>The level that those who teach hold; null while it is not known.</summary>
    public int? TrainerLevel { get; private set; }

    /// <summary>How agencies that ask together share what the training costs them.</summary>
    public SharingRule Sharing { get; private set; }

    /// <summary>The agencies that ask: its own first, where it is not the partnership itself, then those that joined.</summary>
    public IEnumerable<Id<Agency>> Asking =>
        [.. AgencyId is { } own ? [own] : Array.Empty<Id<Agency>>(), .. parties.Select(p => p.AgencyId)];

    /// <summary>Of all who ask.</summary>
    public int AllPlaces => (Places ?? 0) + parties.Sum(p => p.Places);
    public Money Cost => costs.Select(c => c.Total).Sum();

    /// <summary>What the partnership is asked to pay.</summary>
    public Money Asked => costs.Where(c => c.Funding == CostFunding.Partnership).Select(c => c.Total).Sum();

    /// <summary>What those who ask pay for the training itself. Release and cover are each agency’s own, and shared with nobody.</summary>
    public Money Shared => costs.Where(c => c.IsForTheTraining && c.Funding == CostFunding.OwnBudget).Select(c => c.Total).Sum();

    /// <summary>What the training itself costs for each place, without release and cover; null while there is nothing to divide.</summary>
    public Money? PriceOfPlace => AllPlaces == 0 || !costs.Exists(c => c.IsForTheTraining) ? null
        : costs.Where(c => c.IsForTheTraining).Select(c => c.Total).Sum().Times(1m / AllPlaces);

    public void SayNeed(string title, string? why, int? level)
    {
        RefuseUnlessWritten();
        if (level != LevelNumber) (PeopleBelow, Competencies) = (null, "");
        (Title, Why, LevelNumber) = (title, why, level);
    }

    public sealed record Content(
        Id<Course>? CourseId, CourseMode? Mode, IReadOnlyList<string> Strands, IReadOnlyList<string> Competencies, string? Audience,
        int? Places, DateOnly? From, DateOnly? Until);

    public void SayWhat(Content content, DateOnly today)
    {
        RefuseUnlessWritten();
        if (content.Places is { } places) RefuseUnlessPlaces(places, nameof(Places));
        if (content.From < (CommissionedOn ?? today))
            throw new Refused(CommissionedOn is { } began
                ? $"The first day must be on or after {Words.Day(began)}, when it was commissioned"
                : "The first day must be today or in the future", nameof(From));
        if (content.Until < content.From) throw new Refused("The last day must be on or after the first", nameof(Until));
        if (content.Until > today.AddYears(3)) throw new Refused("The last day must be within three years", nameof(Until));
        (CourseId, Mode, Audience, Places) = (content.CourseId, content.Mode, content.Audience, content.Places);
        (Strands, Competencies) = (string.Join(' ', content.Strands.Distinct()), string.Join(' ', content.Competencies.Distinct()));
        (From, Until) = (content.From, content.Until);
    }

    public void SayProvider(Id<Provider>? provider, string? name, int? trainerLevel)
    {
        RefuseUnlessWritten();
        (ProviderId, NewProvider, TrainerLevel) = (provider, provider is null ? name : null, trainerLevel);
    }

    /// <summary>What it says about one clause; nothing takes what was said away.</summary>
    public void SayOf(string clause, string? text)
    {
        RefuseUnlessWritten();
        statements.RemoveAll(s => s.ClauseCode == clause && text is null);
        if (text is null) return;
        if (statements.Find(s => s.ClauseCode == clause) is { } known) known.Text = text;
        else statements.Add(new() { RequestId = Id, ClauseCode = clause, Text = text });
    }

    public void AddCost(CostLine.Entry entry)
    {
        RefuseUnlessWritten();
        if (costs.Count >= MostCosts) throw new Refused($"A request has at most {MostCosts} lines of cost");
        costs.Add(RequestCost.Of(Id, entry));
    }

    public void RemoveCost(Id<RequestCost> cost)
    {
        RefuseUnlessWritten();
        if (costs.RemoveAll(c => c.Id == cost) == 0) throw new Refused("This line is no longer there");
    }

    public void ShareCost(SharingRule rule)
    {
        RefuseUnlessWritten();
        Sharing = rule;
    }

    /// <summary>What a request is compared with when it is sent.</summary>
    /// <param name="Clauses">Those in force.</param>
    /// <param name="Levels">Numbers of the levels of the framework in force.</param>
    /// <param name="IsCourseOffered">Whether the course of which more is asked is on offer.</param>
    public sealed record Holding(IReadOnlyList<Clause> Clauses, IReadOnlyCollection<int> Levels, bool IsCourseOffered, DateOnly Today);

    /// <summary>What is still to be said or put right, part by part, in a few words; empty when it can be sent.</summary>
    public IReadOnlyList<(RequestPart Part, string Why)> Missing(Holding holding)
    {
        List<(RequestPart, string)> missing = [];
        if (Why is null) missing.Add((RequestPart.Need, "say why it is needed"));
        if (LevelNumber is not { } level || !holding.Levels.Contains(level)) missing.Add((RequestPart.Need, "select the level"));
        if (Mode is null) missing.Add((RequestPart.What, "select how it is given"));
        if (Places is null) missing.Add((RequestPart.What, "say for how many people"));
        if (From is null || Until is null) missing.Add((RequestPart.What, "say between which days"));
        else if (CommissionedOn is null && Until < holding.Today) missing.Add((RequestPart.What, "choose days that are still to come"));
        if (CourseId is null && Competencies == "") missing.Add((RequestPart.What, "select what a new course would cover"));
        if (CourseId is not null && !holding.IsCourseOffered) missing.Add((RequestPart.What, "choose a course that is on offer"));
        if (ProviderId is null && NewProvider is null) missing.Add((RequestPart.Provider, "say who would give it"));
        foreach (var clause in holding.Clauses.Where(c => c.Asks is not null && statements.TrueForAll(s => s.ClauseCode != c.Code)))
            missing.Add((RequestPart.Quality, $"answer “{clause.ShortName}”"));
        if (costs.Count == 0) missing.Add((RequestPart.Money, "add what it costs"));
        return missing;
    }

    /// <summary>What each agency pays of <see cref="Shared"/>: its own first, then those that joined. The parts are the whole.</summary>
    /// <param name="staff">How many people each agency has, for sharing by headcount.</param>
    public IReadOnlyList<(Id<Agency> Agency, int Places, Money Share)> Shares(IReadOnlyDictionary<Id<Agency>, int> staff)
    {
        (Id<Agency> Agency, int Places)[] asking =
        [
            .. AgencyId is { } own ? [(own, Places ?? 0)] : Array.Empty<(Id<Agency>, int)>(),
            .. parties.Select(p => (p.AgencyId, p.Places)),
        ];
        if (asking.Length == 0) return [];
        int[] weights = [.. asking.Select(a => Sharing switch
        {
            SharingRule.Equally => 1,
            SharingRule.ByPlaces => a.Places,
            SharingRule.ByHeadcount => staff.GetValueOrDefault(a.Agency),
        })];
        // Nobody has staff or places yet: then each counts the same.
        if (weights.Sum() == 0) weights = [.. weights.Select(_ => 1)];
        return [.. asking.Zip(Shared.SplitBy(weights), (a, share) => (a.Agency, a.Places, share))];
    }

    private static void RefuseUnlessPlaces(int places, string field)
    {
        if (places is < 1 or > MostPlaces) throw new Refused($"Enter between 1 and {Words.Number(MostPlaces)} places", field);
    }
}
