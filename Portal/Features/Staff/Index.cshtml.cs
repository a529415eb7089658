using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Staff;

[Allow(Permission.ReadStaff)]
public sealed class IndexModel(StaffList list, StaffChoices choices, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Agency>? Agency { get; set; }
    [BindProperty(SupportsGet = true)] public Id<JobRole>? Role { get; set; }
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }
    [BindProperty(SupportsGet = true)] public StaffList.Show? Standing { get; set; }
    [BindProperty(SupportsGet = true)] public StaffList.Sort Sort { get; set; }
    [BindProperty(SupportsGet = true)] public bool Descending { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public Page<StaffList.Row> Found { get; private set; } = null!;
    public StaffChoices.Offer Offer { get; private set; } = null!;
    public Viewer Viewer => viewer;
    public bool IsNarrowed => Search is not null || Agency is not null || Role is not null || Level is not null || Standing is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Offer = await choices.RunAsync(viewer, cancel);
        Found = await list.RunAsync(viewer, new(Search, Agency, Role, Level, Standing, Sort, Descending, Number), cancel);
    }

    public static IReadOnlyList<Choice> Choices(IEnumerable<StaffChoices.Option> options) => [.. options.Select(o => new Choice(o.Value, o.Words))];

    public static IReadOnlyList<Choice> Standings { get; } = Choice.Of<StaffList.Show>(StaffList.Words);
}
