using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Commissioning.SchoolTerms;

/// <summary>The questions about a school term.</summary>
public sealed class TermForm
{
    [Required(ErrorMessage = "Enter a name"), UpTo(SchoolTerm.LongestName)] public string? Name { get; set; }
    [Display(Name = "First day"), Required(ErrorMessage = "Enter the first day")] public DateOnly? From { get; set; }
    [Display(Name = "Last day"), Required(ErrorMessage = "Enter the last day")] public DateOnly? Until { get; set; }
}
