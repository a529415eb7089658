using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Staff.People;

/// <summary>The questions about a person.</summary>
public sealed class PersonForm
{
    [Required(ErrorMessage = "Enter the person’s full name"), UpTo(150, What = "Full name")]
    public string? Name { get; set; }

    [EmailAddress(ErrorMessage = "Enter an email address like name@example.com"), UpTo(200, What = "Email address")]
    public string? Email { get; set; }
}
