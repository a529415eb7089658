using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Staff.Jobs;

/// <summary>The questions about a job, the same wherever one is added or changed.</summary>
public sealed class JobForm
{
    [Required(ErrorMessage = "Enter the job title"), UpTo(150)]
    public string? JobTitle { get; set; }

    [UpTo(50)]
    public string? EmployeeNumber { get; set; }

    [Display(Name = "Start date")]
    public DateOnly? StartedOn { get; set; }

    [EmailAddress(ErrorMessage = "Enter an email address like name@example.com"), UpTo(200, What = "Email address")]
    public string? Manager { get; set; }

    public AddJob.Entry Entry() => new(JobTitle!, EmployeeNumber, StartedOn, Manager);
}
