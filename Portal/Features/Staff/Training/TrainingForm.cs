using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;
using Portal.Features.Staff.People;

namespace Portal.Features.Staff.Training;

/// <summary>The questions about training someone has done.</summary>
public sealed class TrainingForm
{
    [Required(ErrorMessage = "Select the level of the training")] public int? LevelNumber { get; set; }

    [Required(ErrorMessage = "Enter the name of the course"), UpTo(200, What = "Name of the course")]
    public string? Course { get; set; }

    [UpTo(200)] public string? Provider { get; set; }
    [UpTo(100, What = "Certificate number")] public string? Reference { get; set; }
    [Display(Name = "Date achieved"), Required(ErrorMessage = "Enter the date achieved")] public DateOnly? AchievedOn { get; set; }
    [Display(Name = "Date the certificate ends")] public DateOnly? EndsOn { get; set; }

    /// <summary>Filled in as an earlier record is.</summary>
    public static TrainingForm Of(PersonView.Record old) => new()
    {
        LevelNumber = old.LevelNumber, Course = old.Course, Provider = old.Provider, Reference = old.Reference,
        AchievedOn = old.AchievedOn, EndsOn = old.EndsOn,
    };

    public RecordTraining.Entry Entry(Id<TrainingRecord>? corrects) =>
        new(LevelNumber!.Value, Course!, Provider, Reference, AchievedOn!.Value, EndsOn, corrects);
}
