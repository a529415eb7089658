using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Providers;

[Allow(Permission.EditProviders)]
public sealed class EditModel(ProviderView providers, SaveProvider save, AgencyChoices agencies, Viewer viewer)
    : ProviderPageModel(providers, viewer)
{
    [BindProperty] public ProviderForm Form { get; set; } = new();

    public void OnGet() => Form = new() { Name = Provider.Name, Email = Provider.Email, AgencyId = Provider.AgencyId };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(Viewer, ProviderId, Form.Entry(), Seen, cancel);
        TempData.Notify("Provider changed");
        return ToProvider();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        ViewData["Agencies"] = await agencies.RunAsync(Viewer, Provider.AgencyId, cancel);
        return true;
    }
}
