using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies.Strategies;

[Allow(Permission.ReadAgencies)]
public sealed class StrategyModel(AgencyView agencies, FileStrategy file, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    [BindProperty, Required(ErrorMessage = "Enter a title"), UpTo(150)] public string? Title { get; set; }
    [BindProperty, Display(Name = "Review date"), Required(ErrorMessage = "Enter the date by which it is reviewed")]
    public DateOnly? ReviewOn { get; set; }
    [BindProperty] public new IFormFile? File { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!May(Permission.FileStrategy)) return NotFound();
        this.StopIfInvalid();
        await using var content = File?.OpenReadStream();
        await file.RunAsync(Viewer, AgencyId, new(Title!, ReviewOn!.Value), content is null ? null : new(content, File!.FileName), cancel);
        TempData.Notify("Strategy filed. It counts once someone else has approved it");
        return RedirectToPage(new { AgencyId });
    }
}
