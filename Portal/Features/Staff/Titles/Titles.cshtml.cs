using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Titles;

[Allow(Permission.MapJobTitles)]
public sealed class TitlesModel(UnmappedTitles titles, LikelyRoles roles, MapJobTitle map, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool All { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<UnmappedTitles.Row> Found { get; private set; } = null!;
    public bool SeveralAgencies => viewer.Reach(Permission.MapJobTitles) == Reach.Partnership;

    /// <summary>The job role chosen for each title of the page; null where it is left for later.</summary>
    [BindProperty] public Dictionary<Guid, Id<JobRole>?> Roles { get; set; } = [];

    /// <summary>What may be chosen for each: roles that something speaks for, then those of the agency's own type.</summary>
    public IReadOnlyDictionary<Id<JobTitle>, IReadOnlyList<Choice>> Choices { get; private set; } =
        new Dictionary<Id<JobTitle>, IReadOnlyList<Choice>>();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = HttpContext.RequestAborted;
        Found = await titles.RunAsync(viewer, All, Number, cancel);
        if (!All)
        {
            foreach (var row in Found.Rows) Roles.TryAdd(row.Id.Value, null);
            var types = Found.Rows.ToDictionary(r => r.Id, r => r.AgencyType);
            Choices = (await roles.RunAsync(viewer, Found.Rows, cancel)).ToDictionary(t => t.Key, t => (IReadOnlyList<Choice>)
            [
                new("", "Leave for later"),
                .. t.Value.Where(o => o.IsLikely || o.AgencyType == types[t.Key]).Select(o => new Choice($"{o.Id}", o.Title)),
            ]);
        }
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var chosen = Roles.Where(r => r.Value is not null).ToDictionary(r => new Id<JobTitle>(r.Key), r => r.Value!.Value);
        await map.SeveralAsync(viewer, chosen, cancel);
        TempData.Notify($"{Words.Count(chosen.Count, "job title")} mapped. Where people stand follows at once");
        return RedirectToPage("Titles");
    }
}
