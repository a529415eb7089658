using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Checking;

[Allow(Permission.DecideRequests)]
public sealed class PublishModel(ClauseDrafts drafts, PublishClause publish, Viewer viewer) : LoadedPageModel<Clause>
{
    [FromRoute] public string ClauseCode { get; set; } = "";
    [BindProperty] public int Seen { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter the first day"), Display(Name = "First day")] public DateOnly? From { get; set; }
    public Clause Draft => Loaded;

    public void OnGet() => Seen = Draft.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await publish.RunAsync(viewer, Draft.Id, From!.Value, Seen, cancel);
        TempData.Notify($"Published from {Words.Day(From.Value)}");
        return RedirectToPage("Clause", new { ClauseCode });
    }

    /// <summary>Null where there is no draft.</summary>
    protected override async Task<Clause?> FindAsync(CancellationToken cancel) =>
        (await drafts.RunAsync(viewer, ClauseCode, cancel))?.Draft;
}
