using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Courses.Venues;

/// <summary>The questions about a venue.</summary>
public sealed class VenueForm
{
    [Required(ErrorMessage = "Enter the name of the venue"), UpTo(150)] public string? Name { get; set; }
    public bool IsOnline { get; set; }
    [Display(Name = "Capacity")] public int? Capacity { get; set; }
    [UpTo(500)] public string? Address { get; set; }
    public bool IsConfidential { get; set; }
    public bool IsStepFree { get; set; }
    public bool HasHearingLoop { get; set; }
    [UpTo(1000)] public string? AccessNotes { get; set; }

    public static VenueForm Of(VenueList.Row venue) => new()
    {
        Name = venue.Name, IsOnline = venue.IsOnline, Capacity = venue.Capacity, Address = venue.Address,
        IsConfidential = venue.IsConfidential, IsStepFree = venue.IsStepFree, HasHearingLoop = venue.HasHearingLoop,
        AccessNotes = venue.AccessNotes,
    };

    public Venue.Entry Entry() =>
        new(Name!, Capacity, IsOnline, IsStepFree, HasHearingLoop, AccessNotes, Address, IsConfidential);
}
