using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Standards;

[Allow(Permission.ReadFlags)]
public sealed class FlagsModel(FlagList list, Viewer viewer, UkClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool Closed { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Agency>? Agency { get; set; }
    [BindProperty(SupportsGet = true)] public string? Standard { get; set; }
    [BindProperty(SupportsGet = true)] public Severity? Severity { get; set; }
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public bool? Waived { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<FlagList.Row> Flags { get; private set; } = null!;
    public FlagList.Choices Choices { get; private set; } = null!;
    public DateOnly Today => clock.Today;
    public IReadOnlyList<Choice> AgencyChoices => [.. Choices.Agencies.Select(a => new Choice($"{a.Id}", a.Name))];
    public IReadOnlyList<Choice> StandardChoices => [.. Choices.Standards.Select(s => new Choice(s.Code, $"{s.Code} {s.Name}"))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Flags = await list.RunAsync(viewer, new(Closed, Agency, Standard, Severity, Number, Search, Waived == true), cancel);
        Choices = await list.ChoicesAsync(viewer, cancel);
    }
}
