using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Talking;

/// <summary>Whom the commissioner asks about a flag, and in which words, before anything is sent.</summary>
[Allow(Permission.GovernAgencies)]
public sealed class AskModel(FlagProof proof, FlagTalk talk, AskAboutFlag ask, Viewer viewer) : LoadedPageModel<FlagProof.Details>
{
    [FromRoute] public Id<Flag> FlagId { get; set; }
    [BindProperty, UpTo(800, What = "Your own words")] public string? Own { get; set; }
    public Flag Flag => Loaded.Flag;
    public string Agency => Loaded.Agency;
    public FlagFacts Facts => FlagFacts.Of(Loaded);
    public IReadOnlyList<PeopleOf.Person> People { get; private set; } = [];
    public bool MayInvite => viewer.May(Permission.ManagePeople);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var sent = await ask.RunAsync(viewer, FlagId, Own, cancel);
        TempData.Notify(sent == 0 ? "Everybody was asked today already" : $"{Words.Count(sent, "message")} on the way");
        return RedirectToPage("/Standards/Flag", new { FlagId });
    }

    protected override Task<FlagProof.Details?> FindAsync(CancellationToken cancel) => proof.RunAsync(viewer, FlagId, 1, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        People = (await talk.RunAsync(viewer, Flag, cancel)).Leads.Asked();
        return true;
    }
}
