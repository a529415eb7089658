using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Reminders;

/// <summary>Whom the commissioner asks for returns that are late, and in which words, before anything is sent.</summary>
[Allow(Permission.ReviewReturns)]
public sealed class AskModel(ReturnsToAskFor late, AskForLateReturns ask, Viewer viewer) : LoadedPageModel
{
    /// <summary>The one that is asked for; null for all.</summary>
    [FromQuery] public Id<AgencyReturn>? ReturnId { get; set; }
    [FromQuery] public string? Search { get; set; }
    [FromQuery] public Id<Cycle>? Cycle { get; set; }
    [FromQuery] public AgencyType? Type { get; set; }
    public IReadOnlyList<ReturnsToAskFor.Row> Late { get; private set; } = [];
    public int Messages => Late.Sum(r => r.People.Count);
    public bool MayInvite => viewer.May(Permission.ManagePeople);


    /// <summary>As the list was narrowed from which they are asked for.</summary>
    private ReturnList.Filter Filter => new(Cycle, Search: Search, Type: Type);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Late = await late.RunAsync(viewer, ReturnId, Filter, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var sent = await ask.RunAsync(viewer, ReturnId, Filter, cancel);
        TempData.Notify(sent == 0 ? "Everybody was asked today already" : $"{Words.Count(sent, "message")} on the way");
        return RedirectToPage("/Returns/Index", new { Show = ReturnList.Show.Missing, Search, Cycle, Type });
    }
}
