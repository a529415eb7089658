using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Standards.Drafts;

/// <summary>The questions about what a version of a standard says.</summary>
public sealed class DraftForm
{
    [Required(ErrorMessage = "Enter the wording"), UpTo(2000)] public string? Wording { get; set; }
    [Display(Name = "Met at")] public int? MetAt { get; set; }
    [Display(Name = "Partly met from")] public int? PartlyAt { get; set; }
    [Required(ErrorMessage = "Select the severity of a flag")] public Severity? Severity { get; set; }
    public int? CriticalFromLevel { get; set; }
    [Required(ErrorMessage = "Enter the guidance"), UpTo(2000)] public string? Guidance { get; set; }
    [Required(ErrorMessage = "Enter the source"), UpTo(2000, What = "Source")] public string? SourceTitle { get; set; }
    [UpTo(2000, What = "Address")] public string? SourceUrl { get; set; }

    public static DraftForm Of(Standard standard) => new()
    {
        Wording = standard.Wording, MetAt = standard.MetAt, PartlyAt = standard.PartlyAt, Severity = standard.Severity,
        CriticalFromLevel = standard.CriticalFromLevel,
        Guidance = standard.Guidance, SourceTitle = standard.SourceTitle, SourceUrl = standard.SourceUrl,
    };

    public StandardTerms Terms() => new(Wording!, MetAt, PartlyAt, Severity!.Value, CriticalFromLevel, Guidance!, SourceTitle!, SourceUrl);
}
