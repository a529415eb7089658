using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Portal.Components.GovUk;

namespace Portal.Features.Meetings;

/// <summary>What a form asks about a meeting, and the time as a person types it.</summary>
public sealed class MeetingForm : IValidatableObject
{
    private static readonly string[] Times = ["H:mm", "HH:mm", "H.mm", "HHmm", "h:mmtt", "h:mm tt", "htt", "h tt", "h.mmtt"];

    [Display(Name = "Date of the meeting"), Required(ErrorMessage = "Enter the date of the meeting")] public DateOnly? Day { get; set; }
    [Required(ErrorMessage = "Enter the time it starts, for example 14:00")] public string? Starts { get; set; }
    [UpTo(200)] public string? Place { get; set; }

    /// <summary>The time typed; midnight when it is no time, which <see cref="Validate"/> has refused.</summary>
    public TimeOnly Time =>
        TimeOnly.TryParseExact(Starts, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : TimeOnly.MinValue;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Starts is not null && !TimeOnly.TryParseExact(Starts, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return new("Time must be a time of day, for example 14:00", [nameof(Starts)]);
    }
}
