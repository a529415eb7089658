using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Talking;

/// <summary>Whom the commissioner asks about a flag, and in which words, before anything is sent.</summary>
[Allow(Permission.GovernAgencies)]
public sealed class AskModel(FlagProof proof, FlagTalk talk, AskAboutFlag ask, Viewer viewer) : FlagActModel(proof, viewer)
{
    [BindProperty, UpTo(800, What = "Your own words")] public string? Own { get; set; }
    public string Agency => Loaded.Agency;
    public FlagFacts Facts => FlagFacts.Of(Loaded);
    public IReadOnlyList<PeopleOf.Person> People { get; private set; } = [];
    public bool MayInvite => Viewer.May(Permission.ManagePeople);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var sent = await ask.RunAsync(Viewer, FlagId, Own, cancel);
        return Done(sent == 0 ? "Everybody was asked today already" : $"{Words.Count(sent, "message")} on the way");
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        People = (await talk.RunAsync(Viewer, Flag, cancel)).Leads.Asked();
        return true;
    }
}
