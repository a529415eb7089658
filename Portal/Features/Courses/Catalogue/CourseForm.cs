using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Courses.Catalogue;

/// <summary>The questions about a course, in the order in which they are asked.</summary>
public sealed class CourseForm
{
    private static readonly AgencyType[] Types = Enum.GetValues<AgencyType>();

    [Required(ErrorMessage = "Enter a title"), UpTo(150)] public string? Title { get; set; }
    [Required(ErrorMessage = "Enter what people learn"), UpTo(2000)] public string? Summary { get; set; }
    [UpTo(1000)] public string? ContentNote { get; set; }
    public Id<Agency>? AgencyId { get; set; }
    public Id<Provider>? ProviderId { get; set; }
    [EmailAddress(ErrorMessage = "Enter an email address like name@example.com"), UpTo(200, What = "Email address")]
    public string? ProviderEmail { get; set; }
    [Required(ErrorMessage = "Select how it is taken")] public CourseMode? Mode { get; set; }
    [UpTo(500)] public string? Link { get; set; }
    [Required(ErrorMessage = "Enter the hours of learning")] public decimal? Hours { get; set; }
    [Display(Name = "Kind of course")] public bool IsRefresher { get; set; }
    public List<int> Levels { get; set; } = [];
    public List<string> Statements { get; set; } = [];
    public List<string> Strands { get; set; } = [];
    [Required(ErrorMessage = "Select who may book")] public CourseAudience? Audience { get; set; }
    public int? Prerequisite { get; set; }
    [UpTo(200, What = "Who accredits it")] public string? AccreditedBy { get; set; }
    [Display(Name = "Last day of the accreditation")] public DateOnly? AccreditedUntil { get; set; }
    [Display(Name = "Content review")] public DateOnly? ContentReviewedOn { get; set; }
    [Required(ErrorMessage = "Enter the price of a place, or 0")] public Money? Price { get; set; }

    /// <summary>One for each kind of agency, in their order.</summary>
    public List<PriceLine> Prices { get; set; } = [];

    public sealed record PriceLine
    {
        public Money? Price { get; set; }
    }

    /// <summary>What a course says of itself.</summary>
    /// <param name="framework">The code of the framework in force.</param>
    public static CourseForm Of(Course course, string? framework) => new()
    {
        Title = course.Title, Summary = course.Summary, ContentNote = course.ContentNote, ProviderId = course.ProviderId,
        Mode = course.Mode, Link = course.Link, Hours = course.Hours, IsRefresher = course.IsRefresher,
        Levels = [.. course.Levels.Where(l => l.Framework == framework).Select(l => l.LevelNumber)],
        Statements = [.. course.Competencies.Where(c => c.Framework == framework).Select(c => c.Code)],
        Strands = [.. course.Strands.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Audience = course.Audience, Prerequisite = course.Prerequisite, AccreditedBy = course.AccreditedBy,
        AccreditedUntil = course.AccreditedUntil, ContentReviewedOn = course.ContentReviewedOn, Price = course.Price,
        Prices = [.. Types.Select(t => new PriceLine { Price = course.Prices.FirstOrDefault(p => p.Type == t)?.Price })],
    };

    /// <summary>A line for each kind of agency, whatever was sent.</summary>
    public void Complete()
    {
        while (Prices.Count < Types.Length) Prices.Add(new());
    }

    public SaveCourse.Entry Entry() => new(
        new(Title!, Summary!, ContentNote, Mode!.Value, Hours!.Value, IsRefresher, Audience!.Value, Prerequisite, Strands, AccreditedBy,
            AccreditedUntil, Price!.Value, ContentReviewedOn, Link),
        AgencyId, ProviderId, ProviderEmail, Levels, Statements,
        Types.Index().ToDictionary(t => t.Item, t => Prices[t.Index].Price));
}
