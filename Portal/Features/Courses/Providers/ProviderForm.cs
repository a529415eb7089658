using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Courses.Providers;

/// <summary>The questions about a provider.</summary>
public sealed class ProviderForm
{
    [Required(ErrorMessage = "Enter a name"), UpTo(150)] public string? Name { get; set; }
    [Required(ErrorMessage = "Enter an email address"), EmailAddress(ErrorMessage = "Enter an email address like name@example.com"),
        UpTo(200, What = "Email address")]
    public string? Email { get; set; }
    public Id<Agency>? AgencyId { get; set; }

    public SaveProvider.Entry Entry() => new(Name!, Email!, AgencyId);
}
