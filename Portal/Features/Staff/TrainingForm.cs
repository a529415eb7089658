using System.ComponentModel.DataAnnotations;

namespace Portal.Features.Staff;

/// <summary>The questions about training someone has done.</summary>
public sealed class TrainingForm
{
    [Required(ErrorMessage = "Select the level of the training")] public int? LevelNumber { get; set; }

    [Required(ErrorMessage = "Enter the name of the course"), StringLength(200, ErrorMessage = "Name of the course must be 200 characters or fewer")]
    public string? Course { get; set; }

    [StringLength(200, ErrorMessage = "Provider must be 200 characters or fewer")] public string? Provider { get; set; }
    [StringLength(100, ErrorMessage = "Certificate number must be 100 characters or fewer")] public string? Reference { get; set; }
    [Display(Name = "Date achieved"), Required(ErrorMessage = "Enter the date achieved")] public DateOnly? AchievedOn { get; set; }
    [Display(Name = "Date the certificate ends")] public DateOnly? EndsOn { get; set; }

    public RecordTraining.Entry Entry(Id<TrainingRecord>? corrects) => new(LevelNumber!.Value, Course!, Provider, Reference, AchievedOn!.Value, EndsOn, corrects);
}
