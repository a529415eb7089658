using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Helping;

[Allow(Permission.WriteRequests)]
public sealed class ShareModel(RequestView view, ColleaguesToHelp colleagues, ShareParts share, Viewer viewer)
    : RequestPartModel(view, viewer)
{
    [FromQuery] public string? Search { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    [BindProperty, Required(ErrorMessage = "Select a colleague")] public Id<User>? ColleagueId { get; set; }
    [BindProperty] public List<RequestPart> Parts { get; set; } = [];
    public IReadOnlyList<ColleaguesToHelp.Helper> Helpers { get; private set; } = [];
    public Page<ColleaguesToHelp.Row> Found { get; private set; } = null!;
    public bool MayInvite => Viewer.May(Permission.InviteStaff);
    public IReadOnlyList<Choice> Choices => [.. Found.Rows.Select(p => new Choice($"{p.Id}", p.Name))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        if (Parts.Count == 0) throw new Refused("Select at least one part", nameof(Parts));
        var had = Asked.PartsOf(ColleagueId);
        await share.RunAsync(Viewer, RequestId, ColleagueId!.Value, [.. had.Union(Parts)], Seen, cancel);
        TempData.Notify(Parts.Except(had).Any() ? "Shared. They are told by email" : "They had this already");
        return RedirectToPage(new { RequestId });
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Id<User> from, CancellationToken cancel)
    {
        await share.RunAsync(Viewer, RequestId, from, [], Seen, cancel);
        TempData.Notify("No longer shared");
        return RedirectToPage(new { RequestId });
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Helpers = await colleagues.HelpersAsync(Asked, cancel);
        Found = await colleagues.RunAsync(Asked, Search, Number, cancel);
        return true;
    }
}
