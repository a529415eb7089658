using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.People;

[Allow(Permission.EditStaff, Permission.EditSharedPeople)]
public sealed class EditModel(PersonView people, EditPerson edit, Viewer viewer) : PersonPageModel(people, viewer)
{
    [BindProperty] public PersonForm Who { get; set; } = new();
    [BindProperty] public int Seen { get; set; }

    /// <summary>Whether it is the viewer's to change; if not, the page says whose.</summary>
    public bool MayChange { get; private set; }

    public void OnGet() => (Who, Seen) = (new() { Name = Person.Name, Email = Person.Email }, Person.Version);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        MayChange = await edit.MayAsync(Viewer, StaffId, cancel);
        return await base.LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var asked = await edit.RunAsync(Viewer, StaffId, Who.Name!, Who.Email, Seen, cancel);
        TempData.Notify(asked is null ? "Details saved" : $"Details saved. We have written to {asked}: it is used once it is confirmed");
        return RedirectToPage("Person", new { StaffId });
    }
}
