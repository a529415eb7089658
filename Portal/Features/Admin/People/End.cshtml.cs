using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.People;

[Allow(Permission.ManagePeople)]
public sealed class EndModel(MembershipHolder holder, EndMembership end, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<Membership> MembershipId { get; set; }
    public PersonAccess.Details Person { get; private set; } = null!;
    public MembershipRow Membership => Person.Roles.Single(r => r.Id == MembershipId);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await holder.RunAsync(viewer, MembershipId, cancel) is not { } person) return false;
        Person = person;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await end.RunAsync(viewer, MembershipId, cancel);
        TempData.Notify("Role ended");
        return RedirectToPage("Person", new { userId = Person.Id });
    }
}
