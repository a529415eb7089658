using System.ComponentModel.DataAnnotations;

namespace Portal.Features.Staff;

/// <summary>The questions about a person.</summary>
public sealed class PersonForm
{
    [Required(ErrorMessage = "Enter the person’s full name"), StringLength(150, ErrorMessage = "Full name must be 150 characters or fewer")]
    public string? Name { get; set; }

    [EmailAddress(ErrorMessage = "Enter an email address like name@example.com"), StringLength(200, ErrorMessage = "Email address must be 200 characters or fewer")]
    public string? Email { get; set; }
}
