using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>What the people of an agency or a team have booked, and what it costs.</summary>
[Allow(Permission.ReadBookings)]
public sealed class AgencyModel(AgencyBookings bookings, BookingChoices choices, Viewer viewer) : PageModel
{
    private BookingChoices.Offer offer = null!;

    [BindProperty(SupportsGet = true)] public AgencyBookings.Show? Show { get; set; }
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Course>? Course { get; set; }
    [BindProperty(SupportsGet = true)] public BookingState? State { get; set; }
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Agency>? Agency { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public Viewer Viewer => viewer;
    public Page<AgencyBookings.Row> Found { get; private set; } = null!;
    public AgencyBookings.Figures Figures { get; private set; } = null!;
    public AgencyBookings.Filter Filter => new(Show, Year, Search, Course, State, Level, Agency, Number);
    public IReadOnlyList<Choice> Courses => offer.Courses;
    public IReadOnlyList<Choice> Agencies => offer.Agencies;
    public bool SeveralAgencies => Agencies.Count > 0;
    public string Whose => viewer.Reach(Permission.ReadBookings) switch
    {
        Reach.Team => "Your team",
        Reach.Agency => "Your agency",
        _ => "All agencies",
    };

    public Chosen Chosen => new(Request)
    {
        { "Show", Show is { } show ? AgencyBookings.Words(show) : null },
        { "Year", Year is { } year ? FinancialYear.Words(year) : null },
        { "Search", Search is null ? null : $"“{Search}”" },
        { "Course", Words(Course, Courses, "One course") },
        { "State", State?.Words() },
        { "Level", Level is null ? null : $"Leads to level {Level}" },
        { "Agency", Words(Agency, Agencies, "One agency") },
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        offer = await choices.RunAsync(viewer, cancel);
        Found = await bookings.RunAsync(viewer, Filter, cancel);
        Figures = await bookings.CountAsync(viewer, Agency, cancel);
    }

    /// <summary>One of the figures, and the list of what it counts.</summary>
    public BigFigures.Item Counted(string number, string words, AgencyBookings.Show show, int? year = null) => new(
        number, words, Url.Page("Agency", new { show, year, agency = Agency }), Show == show && Year == year);

    private static string? Words(object? chosen, IReadOnlyList<Choice> from, string otherwise) =>
        chosen is null ? null : from.FirstOrDefault(c => c.Value == chosen.ToString())?.Text ?? otherwise;
}
