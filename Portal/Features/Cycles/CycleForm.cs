using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Portal.Components.GovUk;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Cycles;

/// <summary>What a form asks about a cycle, with the due hour as a person types it.</summary>
public sealed class CycleForm : IValidatableObject
{
    private static readonly string[] Hours = ["H:mm", "HH:mm", "H.mm", "htt", "h tt", "h:mmtt"];

    [Required(ErrorMessage = "Enter a title, for example “Phase 1, 2027”"), UpTo(100)] public string? Title { get; set; }
    [Display(Name = "Opening day"), Required(ErrorMessage = "Enter the day on which agencies are asked")]
    public DateOnly? OpensOn { get; set; }
    [Display(Name = "Cut-off day"), Required(ErrorMessage = "Enter the day whose figures are shown")]
    public DateOnly? CutOffOn { get; set; }
    [Display(Name = "Due date"), Required(ErrorMessage = "Enter the due date")] public DateOnly? DueAt { get; set; }
    [Required(ErrorMessage = "Enter the hour, for example 17:00")] public string? DueHour { get; set; } = "17:00";
    [Display(Name = "End of the cycle"), Required(ErrorMessage = "Enter the last day that the plans look ahead to")]
    public DateOnly? EndsOn { get; set; }

    /// <summary>Days as most cycles have them: six weeks to answer, and plans that look ten months ahead.</summary>
    public static CycleForm Opening(DateOnly day) =>
        new() { OpensOn = day, CutOffOn = day, DueAt = day.AddDays(42), EndsOn = day.AddMonths(10) };

    public static CycleForm Of(Cycle cycle) => new()
    {
        Title = cycle.Title, OpensOn = cycle.OpensOn, CutOffOn = cycle.CutOffOn, DueAt = cycle.DueOn, EndsOn = cycle.EndsOn,
        DueHour = UkClock.Local(cycle.DueAt).ToString("HH:mm", CultureInfo.InvariantCulture),
    };

    public PlanCycle.Entry Entry() => new(Title!, OpensOn!.Value, CutOffOn!.Value, UkClock.At(DueAt!.Value, Hour!.Value), EndsOn!.Value);

    private TimeOnly? Hour =>
        TimeOnly.TryParseExact(DueHour, Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DueHour is not null && Hour is null) yield return new("Hour must be a time of day, for example 17:00", [nameof(DueHour)]);
    }
}
