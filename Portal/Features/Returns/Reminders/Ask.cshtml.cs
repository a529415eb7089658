using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Reminders;

/// <summary>Whom the commissioner asks for returns that have not been sent, and in which words, before anything is sent.</summary>
[Allow(Permission.ReviewReturns)]
public sealed class AskModel(ReturnsToAskFor late, AskForReturnsNotSent ask, Viewer viewer) : LoadedPageModel
{
    /// <summary>The one that is asked for; null for all.</summary>
    [FromQuery] public Id<AgencyReturn>? ReturnId { get; set; }
    [FromQuery] public ReturnList.Show? Show { get; set; }
    [FromQuery] public string? Search { get; set; }
    [FromQuery] public Id<Cycle>? Cycle { get; set; }
    [FromQuery] public AgencyType? Type { get; set; }
    public IReadOnlyList<ReturnsToAskFor.Row> ToAskFor { get; private set; } = [];

    /// <summary>Whether all were due already; otherwise some are still to come.</summary>
    public bool AllLate => ToAskFor.All(r => r.IsLate);
    public int Messages => ToAskFor.Sum(r => r.People.Count);
    public bool MayInvite => viewer.May(Permission.ManagePeople);


    /// <summary>As the list was narrowed from which they are asked for.</summary>
    private ReturnList.Filter Filter => new(Cycle, Show, Search: Search, Type: Type);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        ToAskFor = await late.RunAsync(viewer, ReturnId, Filter, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var sent = await ask.RunAsync(viewer, ReturnId, Filter, cancel);
        TempData.Notify(sent == 0 ? "Everybody was asked today already" : $"{Words.Count(sent, "message")} on the way");
        return RedirectToPage("/Returns/Index", new { Show = Show ?? ReturnList.Show.Missing, Search, Cycle, Type });
    }
}
