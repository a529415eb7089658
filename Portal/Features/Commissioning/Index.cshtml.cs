using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning;

[Allow(Permission.ReadRequests)]
public sealed class IndexModel(RequestList list, RequestChoices choices, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public RequestState? State { get; set; }
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<RequestList.Row> Found { get; private set; } = null!;
    public IReadOnlyList<Level> Levels { get; private set; } = [];
    public bool MayWrite => viewer.May(Permission.WriteRequests);
    public bool MaySeeDemand => viewer.May(Permission.ReadGaps);
    public bool MaySeePlans => viewer.May(Permission.ReadFunding);
    public bool MayDecide => viewer.May(Permission.DecideRequests);
    public Chosen Chosen => new(Request)
    {
        { "Search", Search is null ? null : $"“{Search}”" }, { "State", State is { } state ? Words.Capital(state.Words()) : null },
        { "Level", Level is { } level ? $"Level {CodeOf(level)}" : null },
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Levels = await choices.LevelsAsync(viewer, cancel);
        Found = await list.RunAsync(viewer, new(Search, State, Level, Number), cancel);
    }

    public string CodeOf(int level) => Levels.FirstOrDefault(l => l.Number == level)?.Code ?? $"{level}";
}
