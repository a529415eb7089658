using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>Invents who gives training in the borough, with what marks, where, and the courses themselves.</summary>
internal sealed class CourseOffer
{
    private readonly Dice dice;
    private readonly Id<Partnership> partnershipId;
    private readonly DateOnly today;

    /// <param name="framework">The family of the framework whose levels and statements the courses cover.</param>
    public CourseOffer(
        Dice dice, OffersSeed seed, PartnershipSeed borough, IReadOnlyList<Agency> agencies, Id<Partnership> partnershipId,
        string framework, DateOnly today)
    {
        (this.dice, this.partnershipId, this.today) = (dice, partnershipId, today);
        Providers = seed.Providers.ToDictionary(p => p.Name, p => Provider(p, borough, agencies.FirstOrDefault(a => a.Name == p.Name)));
        Venues = seed.Venues.ToDictionary(v => v.Name, Venue);
        Courses = [.. seed.Courses.Select(c => (c, Course(c, framework)))];
    }

    public IReadOnlyDictionary<string, Provider> Providers { get; }
    public IReadOnlyDictionary<string, Venue> Venues { get; }
    public IReadOnlyList<(OfferSeed Seed, Course Course)> Courses { get; }

    /// <summary>The provider as whom one may sign in: whose date is full.</summary>
    public Provider Shown => Providers[Courses.First(c => c.Seed.Ahead?.Any(a => a.Story == DateStory.Full) == true).Seed.Provider];

    private Provider Provider(ProviderSeed seed, PartnershipSeed borough, Agency? agency)
    {
        var name = string.Join('-', seed.Name.Replace("'", "", StringComparison.Ordinal).ToLowerInvariant().Split(' '));
        var provider = new Provider
        {
            Id = dice.Id<Provider>(), PartnershipId = partnershipId, Name = seed.Name, Email = $"{name}@{borough.Domain}",
            AgencyId = agency?.Id,
        };
        foreach (var mark in seed.Marks)
            provider.Add(new()
            {
                Id = dice.Id<QualityMark>(), ProviderId = provider.Id, Kind = mark.Kind, Name = mark.Name, Number = mark.Number,
                From = today.AddMonths(-mark.SinceMonths), EndsOn = mark.EndsInDays is { } days ? today.AddDays(days) : null,
            });
        return provider;
    }

    private Venue Venue(VenueSeed seed)
    {
        var venue = new Venue { Id = dice.Id<Venue>(), PartnershipId = partnershipId, Name = seed.Name };
        venue.Change(new(seed.Name, seed.Capacity, seed.Online, seed.StepFree, seed.Loop, seed.Notes, seed.Address, seed.Confidential));
        return venue;
    }

    private Course Course(OfferSeed seed, string framework)
    {
        var course = new Course
        {
            Id = dice.Id<Course>(), PartnershipId = partnershipId, Code = seed.Code, ProviderId = Providers[seed.Provider].Id,
        };
        course.Change(
            new(seed.Title, seed.Summary, seed.ContentNote, seed.Mode, seed.Hours, IsRefresher: false, seed.Audience, seed.Prerequisite,
                seed.Strands, seed.AccreditedBy, seed.AccreditedForDays is { } days ? today.AddDays(days) : null,
                Money.OfPounds(seed.Pounds), today.AddMonths(-seed.ReviewedMonthsAgo), seed.Link), today);
        course.Cover(framework, seed.Levels, seed.Statements);
        if (seed.SmallCharity is { } pounds)
            foreach (var type in new[] { AgencyType.Voluntary, AgencyType.Specialist }) course.Charge(type, Money.OfPounds(pounds));
        return course;
    }
}
