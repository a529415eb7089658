using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Providers;

[Allow(Permission.EditProviders)]
public sealed class AddModel(SaveProvider save, AgencyChoices agencies, Viewer viewer) : LoadedPageModel
{
    [BindProperty] public ProviderForm Form { get; set; } = new();

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        ViewData["Agencies"] = await agencies.RunAsync(viewer, null, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var providerId = await save.RunAsync(viewer, null, Form.Entry(), 0, cancel);
        TempData.Notify($"{Form.Name} added. Next, add what recognises it");
        return RedirectToPage("Provider", new { providerId });
    }
}
