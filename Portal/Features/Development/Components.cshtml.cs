using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web;

namespace Portal.Features.Development;

/// <summary>Every component in its states, for looking at while building. It exists only in development.</summary>
[AllowAnonymous]
public sealed class ComponentsModel : PageModel
{
    [BindProperty, Display(Name = "Full name"), Required(ErrorMessage = "Enter a full name")] public string? FullName { get; set; }
    [BindProperty, Display(Name = "What happened")] public string? Account { get; set; }
    [BindProperty, Display(Name = "Agency"), Required(ErrorMessage = "Select an agency")] public string? Agency { get; set; }
    [BindProperty, Display(Name = "Start date"), Required(ErrorMessage = "Enter a start date")] public DateOnly? StartsOn { get; set; }
    [BindProperty, Display(Name = "How is it delivered?"), Required(ErrorMessage = "Select how it is delivered")]
    public string? Mode { get; set; }
    [BindProperty, Display(Name = "Which levels does it serve?")] public List<string> Levels { get; set; } = ["2"];
    [BindProperty, Display(Name = "StaffList")] public IFormFile? StaffList { get; set; }

    public string? FilterAgency { get; set; }
    public string? FilterName { get; set; }
    public DateOnly Today { get; } = new(2026, 11, 21);

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid) return Page();
        TempData.Notify("Saved");
        return RedirectToPage();
    }
}
