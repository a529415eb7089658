namespace Portal.Data.Seeding;

/// <summary>What training a fictional borough is offered: by whom, where, and on how many dates.</summary>
/// <param name="Exemplary">Agencies whose people use each place that they book, and that of providers with a mark alone.</param>
public sealed record OffersSeed(
    IReadOnlyList<ProviderSeed> Providers, IReadOnlyList<VenueSeed> Venues, IReadOnlyList<OfferSeed> Courses,
    IReadOnlyList<string> Exemplary);

/// <param name="Name">An agency of the borough, or one from outside.</param>
public sealed record ProviderSeed(string Name, IReadOnlyList<MarkSeed> Marks);

/// <param name="EndsInDays">From the day the borough is made; null for a mark that does not end.</param>
public sealed record MarkSeed(QualityMarkKind Kind, int SinceMonths, string? Name = null, string? Number = null, int? EndsInDays = null);

public sealed record VenueSeed(
    string Name, int? Capacity = null, bool Online = false, bool StepFree = false, bool Loop = false, string? Notes = null,
    string? Address = null, bool Confidential = false);

/// <summary>One course.</summary>
/// <param name="Fewest">With fewer people a date may be cancelled.</param>
/// <param name="Pounds">What a place costs.</param>
/// <param name="SmallCharity">What it costs a charity or a specialist service; null for as much as everyone.</param>
/// <param name="For">Kinds of agency whose people come; null for all.</param>
/// <param name="Past">How many dates there have been.</param>
public sealed record OfferSeed(
    string Code, string Title, string Provider, string Summary, CourseMode Mode, decimal Hours, decimal Pounds,
    IReadOnlyList<int> Levels, IReadOnlyList<string> Statements, IReadOnlyList<string> Strands, int ReviewedMonthsAgo,
    string? ContentNote = null, int Places = 0, int Fewest = 1, decimal? SmallCharity = null, bool ManagerApproves = false,
    CourseAudience Audience = CourseAudience.Everyone, int? Prerequisite = null, string? AccreditedBy = null,
    int? AccreditedForDays = null, string? Link = null, IReadOnlyList<string>? Venues = null, IReadOnlyList<AgencyType>? For = null,
    int Past = 0, IReadOnlyList<AheadSeed>? Ahead = null);

/// <summary>A date that is not over.</summary>
/// <param name="InDays">From the day the borough is made; negative for one that has begun.</param>
public sealed record AheadSeed(int InDays, DateStory Story = DateStory.Usual);

/// <summary>
/// How a date stands that is not over: full with a queue, short of people, with places kept for agencies, with line managers who agree
/// first, or begun.
/// </summary>
public enum DateStory { Usual, Full, TooFew, KeepsPlaces, AsksManager, UnderWay }
