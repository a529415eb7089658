using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Agencies;

/// <summary>The questions about an agency.</summary>
public sealed class AgencyForm
{
    [Required(ErrorMessage = "Enter the name of the agency"), UpTo(150)] public string? Name { get; set; }
    [Required(ErrorMessage = "Select the type of agency")] public AgencyType? Type { get; set; }
    [Required(ErrorMessage = "Select why it follows the standards")] public Duty? Duty { get; set; }
    [Required(ErrorMessage = "Select a phase")] public Id<Phase>? PhaseId { get; set; }

    public SaveAgency.Entry Entry() => new(Name!, Type!.Value, Duty!.Value, PhaseId!.Value);
}
