namespace Portal.Domain;

/// <summary>How a course is taken.</summary>
public enum CourseMode { Room, LiveOnline, ELearning, Blended }

/// <summary>Who may book it: everyone in the partnership, those whose job needs one of its levels, or people of one agency.</summary>
public enum CourseAudience { Everyone, NeedsTheLevel, OwnAgency }

/// <summary>
/// A course as it is offered: what it covers in which frameworks, who gives it, for whom and at what price. When and where is a
/// <see cref="CourseRun"/>. Basis: the same standard for all training, in-house courses included (resolution of December 2016).
/// </summary>
public sealed class Course : IBelongToPartnership, IVersioned
{
    /// <summary>How long a review of what it teaches is believed, in months: of in-house courses by standard S11, of all by S15.</summary>
    public const int ReviewedForMonths = 24;

    /// <summary>The largest price of a place: more is a slip of the keyboard.</summary>
    public static readonly Money DearestPlace = Money.OfPounds(10_000);

    private readonly List<CoveredLevel> levels = [];
    private readonly List<CoveredCompetency> competencies = [];
    private readonly List<CoursePrice> prices = [];

    public Id<Course> Id { get; init; } = Id<Course>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>What people call it for short: "C04".</summary>
    public required string Code { get; init; }
    public required Id<Provider> ProviderId { get; set; }

    /// <summary>The agency whose in-house course it is; null for one that the partnership offers.</summary>
    public Id<Agency>? AgencyId { get; init; }
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";

    /// <summary>What the day may stir up, said before anyone books.</summary>
    public string? ContentNote { get; private set; }
    public CourseMode Mode { get; private set; }

    /// <summary>Hours of learning.</summary>
    public decimal Hours { get; private set; }

    /// <summary>For those who have held the level before.</summary>
    public bool IsRefresher { get; private set; }
    public CourseAudience Audience { get; private set; }

    /// <summary>The level that someone must hold on the first day; null when nothing is asked.</summary>
    public int? Prerequisite { get; private set; }

    /// <summary>Codes of the strands that it covers, separated by spaces.</summary>
    public string Strands { get; private set; } = "";

    /// <summary>The body that accredits the course itself; null when none does.</summary>
    public string? AccreditedBy { get; private set; }

    /// <summary>The last day of that accreditation.</summary>
    public DateOnly? AccreditedUntil { get; private set; }

    /// <summary>What one place costs whoever has no price of their own.</summary>
    public Money Price { get; private set; }

    /// <summary>When what it teaches was last compared with the law and with local services.</summary>
    public DateOnly? ContentReviewedOn { get; private set; }

    /// <summary>Where e-learning is taken; null for a course that has dates.</summary>
    public string? Link { get; private set; }

    /// <summary>From this day nothing is booked on it any more.</summary>
    public DateOnly? WithdrawnOn { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<CoveredLevel> Levels => levels;
    public IReadOnlyList<CoveredCompetency> Competencies => competencies;
    public IReadOnlyList<CoursePrice> Prices => prices;
    public bool IsELearning => Mode == CourseMode.ELearning;

    /// <summary>What the form of a course says.</summary>
    /// <param name="Strands">Their codes.</param>
    public sealed record Entry(
        string Title, string Summary, string? ContentNote, CourseMode Mode, decimal Hours, bool IsRefresher, CourseAudience Audience,
        int? Prerequisite, IReadOnlyList<string> Strands, string? AccreditedBy, DateOnly? AccreditedUntil, Money Price,
        DateOnly? ContentReviewedOn, string? Link)
    {
        public void RefuseUnlessSound(DateOnly today)
        {
            if (Hours is <= 0 or > 500) throw new Refused("Hours must be more than 0 and at most 500", nameof(Hours));
            RefuseUnlessPrice(Price, nameof(Price));
            if (AccreditedUntil is not null && string.IsNullOrWhiteSpace(AccreditedBy))
                throw new Refused("Enter who accredits the course", nameof(AccreditedBy));
            if (AccreditedBy is not null && AccreditedUntil is null)
                throw new Refused("Enter the last day of the accreditation", nameof(AccreditedUntil));
            if (ContentReviewedOn > today) throw new Refused("The review must be today or in the past", nameof(ContentReviewedOn));
            if (Link is not null && !(Uri.TryCreate(Link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
                throw new Refused("Enter an address that begins with https://", nameof(Link));
        }
    }

    public void Change(Entry entry, DateOnly today)
    {
        entry.RefuseUnlessSound(today);
        if (AgencyId is null && entry.Audience == CourseAudience.OwnAgency)
            throw new Refused("Only an in-house course is for one agency alone", nameof(Entry.Audience));
        (Title, Summary, ContentNote, Mode, Hours, IsRefresher) =
            (entry.Title, entry.Summary, entry.ContentNote, entry.Mode, entry.Hours, entry.IsRefresher);
        (Audience, Prerequisite, Strands, Price) = (entry.Audience, entry.Prerequisite, string.Join(' ', entry.Strands), entry.Price);
        (AccreditedBy, AccreditedUntil, ContentReviewedOn) = (entry.AccreditedBy, entry.AccreditedUntil, entry.ContentReviewedOn);
        Link = IsELearning ? entry.Link : null;
    }

    /// <summary>What it covers of one framework, in place of what was said before; of other frameworks it covers what it did.</summary>
    public void Cover(string framework, IEnumerable<int> numbers, IEnumerable<string> statements)
    {
        var (leadsTo, covers) = (numbers.ToHashSet(), statements.ToHashSet());
        levels.RemoveAll(l => l.Framework == framework && !leadsTo.Remove(l.LevelNumber));
        competencies.RemoveAll(c => c.Framework == framework && !covers.Remove(c.Code));
        levels.AddRange(leadsTo.Select(n => new CoveredLevel { CourseId = Id, Framework = framework, LevelNumber = n }));
        competencies.AddRange(covers.Select(c => new CoveredCompetency { CourseId = Id, Framework = framework, Code = c }));
    }

    /// <summary>What a place costs agencies of one kind; null when they pay what everyone pays.</summary>
    public void Charge(AgencyType type, Money? price)
    {
        RefuseUnlessPrice(price, $"{nameof(Prices)}[{(int)type}].{nameof(CoursePrice.Price)}");
        if (price is null) prices.RemoveAll(p => p.Type == type);
        else if (prices.Find(p => p.Type == type) is { } known) known.Price = price.Value;
        else prices.Add(new() { CourseId = Id, Type = type, Price = price.Value });
    }

    public Money PriceFor(AgencyType type) => prices.Find(p => p.Type == type)?.Price ?? Price;

    public bool IsOfferedOn(DateOnly day) => WithdrawnOn is null || day < WithdrawnOn;

    /// <summary>Whether it is accredited on a day of delivery: by its own accreditation, or by a mark of whoever gives it.</summary>
    public bool IsAccreditedOn(DateOnly day, Provider provider) => AccreditedUntil >= day || provider.HasMarkOn(day);

    public void Withdraw(DateOnly from)
    {
        if (WithdrawnOn is not null) throw new Refused("This course has been withdrawn already");
        WithdrawnOn = from;
    }

    public void OfferAgain()
    {
        if (WithdrawnOn is null) throw new Refused("This course is offered already");
        WithdrawnOn = null;
    }

    /// <summary>The code after the last of those that are taken: "C17" after "C16".</summary>
    public static string NextCode(IEnumerable<string> taken) =>
        $"C{taken.Select(c => c.StartsWith('C') && int.TryParse(c[1..], out var number) ? number : 0).DefaultIfEmpty().Max() + 1:00}";

    private static void RefuseUnlessPrice(Money? price, string field)
    {
        if (price < Money.Zero || price > DearestPlace) throw new Refused($"Price must be between £0 and {DearestPlace}", field);
    }
}

/// <summary>One level of one framework that a course leads to.</summary>
public sealed class CoveredLevel
{
    public required Id<Course> CourseId { get; init; }

    /// <summary>The family of the framework: "NICE-BROMLEY".</summary>
    public required string Framework { get; init; }
    public required int LevelNumber { get; init; }
}

/// <summary>One statement of one framework that a course covers.</summary>
public sealed class CoveredCompetency
{
    public required Id<Course> CourseId { get; init; }
    public required string Framework { get; init; }

    /// <summary>The code of the statement: "L2.4".</summary>
    public required string Code { get; init; }
}

/// <summary>What a place costs agencies of one kind.</summary>
public sealed class CoursePrice
{
    public required Id<Course> CourseId { get; init; }
    public required AgencyType Type { get; init; }
    public required Money Price { get; set; }
}
