using System.ComponentModel.DataAnnotations;

namespace Portal.Features.Staff;

/// <summary>The questions about a job, the same wherever one is added or changed.</summary>
public sealed class JobForm
{
    [Required(ErrorMessage = "Enter the job title"), StringLength(150, ErrorMessage = "Job title must be 150 characters or fewer")]
    public string? JobTitle { get; set; }

    [StringLength(50, ErrorMessage = "Employee number must be 50 characters or fewer")]
    public string? EmployeeNumber { get; set; }

    [Display(Name = "Start date")]
    public DateOnly? StartedOn { get; set; }

    [EmailAddress(ErrorMessage = "Enter an email address like name@example.com"), StringLength(200, ErrorMessage = "Email address must be 200 characters or fewer")]
    public string? Manager { get; set; }

    public AddJob.Entry Entry() => new(JobTitle!, EmployeeNumber, StartedOn, Manager);
}
