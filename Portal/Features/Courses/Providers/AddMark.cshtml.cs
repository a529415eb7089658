using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Providers;

[Allow(Permission.EditProviders)]
public sealed class AddMarkModel(ProviderView providers, AddQualityMark add, Viewer viewer) : ProviderPageModel(providers, viewer)
{
    [BindProperty, Required(ErrorMessage = "Select a mark")] public QualityMarkKind? Kind { get; set; }
    [BindProperty, UpTo(150)] public string? Name { get; set; }
    [BindProperty, UpTo(100, What = "Number")] public string? CertificateNumber { get; set; }
    [BindProperty, Display(Name = "First day"), Required(ErrorMessage = "Enter the first day")] public DateOnly? From { get; set; }
    [BindProperty, Display(Name = "Last day")] public DateOnly? EndsOn { get; set; }
    [BindProperty] public IFormFile? Evidence { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await using var content = Evidence?.OpenReadStream();
        await add.RunAsync(Viewer, ProviderId, new(Kind!.Value, Name, CertificateNumber, From!.Value, EndsOn),
            content is null ? null : new(content, Evidence!.FileName), cancel);
        TempData.Notify("Quality mark added");
        return ToProvider();
    }
}
