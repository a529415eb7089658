using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Inviting;

[Allow(Permission.InviteStaff)]
public sealed class DeputyModel(Deputies deputies, NameDeputy name, EndDeputy end, Viewer viewer) : LoadedPageModel
{
    [BindProperty, Required(ErrorMessage = "Enter their work email address"), UpTo(200, What = "Email address")]
    public string? Email { get; set; }
    [BindProperty, Display(Name = "Last day")] public DateOnly? LastDay { get; set; }
    public IReadOnlyList<Deputies.Row> Rows { get; private set; } = [];
    public bool MayEnd(Deputies.Row row) => row.UserId != viewer.UserId;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Rows = await deputies.RunAsync(viewer, cancel);
        return true;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await name.RunAsync(viewer, Email!, LastDay, cancel);
        TempData.Notify("Deputy named. A message to them is on its way");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Id<Membership> deputy, CancellationToken cancel)
    {
        await end.RunAsync(viewer, deputy, cancel);
        TempData.Notify("Deputy’s role ended");
        return RedirectToPage();
    }
}
