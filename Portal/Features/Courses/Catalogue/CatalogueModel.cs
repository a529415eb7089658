using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Web;

namespace Portal.Features.Courses.Catalogue;

/// <summary>A page on which people look for courses; what they look for stands in the address.</summary>
public abstract class CatalogueModel(UkClock clock) : PageModel
{
    private const int MonthsAhead = 12;
    private static readonly int[] Prices = [0, 25, 50, 100, 200];

    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }
    [BindProperty(SupportsGet = true)] public string? Strand { get; set; }
    [BindProperty(SupportsGet = true)] public CourseMode? Mode { get; set; }
    [BindProperty(SupportsGet = true)] public bool Accredited { get; set; }
    [BindProperty(SupportsGet = true)] public bool? Refresher { get; set; }
    [BindProperty(SupportsGet = true)] public bool Withdrawn { get; set; }
    [BindProperty(SupportsGet = true)] public bool Unreviewed { get; set; }

    /// <summary>"2026-12".</summary>
    [BindProperty(SupportsGet = true)] public string? Month { get; set; }
    [BindProperty(SupportsGet = true)] public bool Places { get; set; }

    /// <summary>Whole pounds.</summary>
    [BindProperty(SupportsGet = true)] public int? UpTo { get; set; }

    public CourseSearch.Choices Choices { get; protected set; } = null!;
    public DateOnly ThisMonth => Months.FirstDayOf(clock.Today);

    /// <summary>The months that can be chosen, and the one that is.</summary>
    public IReadOnlyList<Choice> MonthChoices => [.. Enumerable.Range(0, MonthsAhead).Select(ThisMonth.AddMonths)
        .Concat(Months.OfKey(Month) is { } chosen ? [chosen] : []).Distinct().Order()
        .Select(m => new Choice(Months.Key(m), Words.Month(m)))];

    public static IReadOnlyList<Choice> PriceChoices => [.. Prices.Select(p => new Choice($"{p}", PriceWords(p)))];

    public Chosen Chosen => new(Request)
    {
        { "Search", Search is null ? null : $"“{Search}”" },
        { "Level", Level is not { } number ? null : Choices.Levels.FirstOrDefault(l => l.Number == number)?.Words() ?? $"Level {number}" },
        { "Strand", Strand is null ? null : Choices.Strands.FirstOrDefault(s => s.Code == Strand)?.Name ?? Strand },
        { "Mode", Mode?.Words() },
        { "Month", IsOfOneMonth || Months.OfKey(Month) is not { } month ? null : Words.Month(month) },
        { "Places", Places ? "Places left" : null },
        { "UpTo", UpTo is { } pounds ? PriceWords(pounds) : null },
        { "Accredited", Accredited ? "Accredited today" : null },
        { "Refresher", Refresher switch { true => "Refreshers", false => "Full courses", null => null } },
        { "Unreviewed", Unreviewed ? "In-house, to be reviewed" : null },
    };

    /// <summary>Whether the page always shows one month, so that it narrows nothing.</summary>
    public virtual bool IsOfOneMonth => false;

    protected CourseSearch.Filter Filter => new(Search, Level, Strand, Mode, Accredited, Refresher, Withdrawn, Unreviewed,
        Months.OfKey(Month), Places, UpTo is >= 0 and <= 100_000 and { } most ? Money.OfPounds(most) : null);

    private static string PriceWords(int pounds) => pounds == 0 ? "Free" : $"Up to {Money.OfPounds(pounds)}";
}
