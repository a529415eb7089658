using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Imports;

/// <summary>What imports did to one person.</summary>
[Allow(Permission.ImportStaff)]
public sealed class PersonModel(PersonImports imports, Viewer viewer) : PageModel
{
    [FromRoute] public Id<StaffMember> StaffId { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;
    public PersonImports.Answer Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await imports.RunAsync(viewer, StaffId, PageNumber, cancel) is not { } person) return NotFound();
        Person = person;
        return Page();
    }
}
