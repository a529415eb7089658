using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.People;

[Allow(Permission.ReadStaff)]
public sealed class IndexModel(StaffList list, StaffChoices choices, Viewer viewer) : PageModel
{
    private StaffChoices.Offer offer = null!;

    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Agency>? Agency { get; set; }
    [BindProperty(SupportsGet = true)] public Id<JobRole>? Role { get; set; }
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }
    [BindProperty(SupportsGet = true)] public StaffList.Show? Standing { get; set; }
    [BindProperty(SupportsGet = true)] public StaffList.Sort Sort { get; set; }
    [BindProperty(SupportsGet = true)] public bool Descending { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public Page<StaffList.Row> Found { get; private set; } = null!;
    public Viewer Viewer => viewer;
    public IReadOnlyList<Choice> Agencies => Choices(offer.Agencies);
    public IReadOnlyList<Choice> Roles => Choices(offer.Roles);
    public IReadOnlyList<Choice> Levels => Choices(offer.Levels);
    public bool SeveralAgencies => offer.Agencies.Count > 0;

    public string Where => SeveralAgencies ? "at an agency of the partnership"
        : viewer.Role == Domain.Role.LineManager ? "in your team" : "at your agency";

    public string Caption =>
        $"{Words.Count(Found.Total, "person", "people")}{(Found.Count > 1 ? $", page {Found.Number} of {Found.Count}" : "")}";

    public Chosen Chosen => new(Request)
    {
        { "Search", Search is null ? null : $"“{Search}”" },
        { "Agency", WordsOf(Agency, offer.Agencies, "One agency") },
        { "Role", WordsOf(Role, offer.Roles, "One job role") },
        { "Level", Level is null ? null : $"Needs level {Level}" },
        { "Standing", Standing is { } standing ? StaffList.Words(standing) : null },
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        offer = await choices.RunAsync(viewer, cancel);
        Found = await list.RunAsync(viewer, new(Search, Agency, Role, Level, Standing, Sort, Descending, Number), cancel);
    }

    /// <summary>This list in another order; the other way round where it is in this order already.</summary>
    public string SortedBy(StaffList.Sort by) => Request.With(("Sort", by), ("Descending", Sort == by && !Descending ? "true" : null));

    public SortableHeader.SortOrder OrderOf(StaffList.Sort by) => Sort != by ? SortableHeader.SortOrder.None
        : Descending ? SortableHeader.SortOrder.Descending : SortableHeader.SortOrder.Ascending;

    private static string? WordsOf(object? chosen, IReadOnlyList<StaffChoices.Option> options, string otherwise) =>
        chosen is null ? null : options.FirstOrDefault(o => o.Value == chosen.ToString())?.Words ?? otherwise;

    private static IReadOnlyList<Choice> Choices(IEnumerable<StaffChoices.Option> options) =>
        [.. options.Select(o => new Choice(o.Value, o.Words))];
}
