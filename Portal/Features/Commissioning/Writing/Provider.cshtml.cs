using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests, Permission.HelpWithRequests)]
public sealed class ProviderModel(RequestView view, RequestChoices choices, SayProvider say, Viewer viewer)
    : RequestPartModel(view, viewer, RequestPart.Provider)
{
    [BindProperty] public Id<Provider>? ProviderId { get; set; }
    [BindProperty, UpTo(150)] public string? NewProvider { get; set; }
    [BindProperty] public int? TrainerLevel { get; set; }
    public RequestChoices.Offered Offered { get; private set; } = null!;

    public void OnGet() => (ProviderId, NewProvider, TrainerLevel) = (Asked.ProviderId, Asked.NewProvider, Asked.TrainerLevel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await say.RunAsync(Viewer, RequestId, Seen, new(ProviderId, NewProvider, TrainerLevel), cancel);
        return Back("Saved");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Offered = await choices.RunAsync(Viewer, Asked.LevelNumber, cancel);
        return true;
    }
}
