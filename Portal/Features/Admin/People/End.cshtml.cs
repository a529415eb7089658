using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.People;

[Allow(Permission.ManagePeople)]
public sealed class EndModel(MembershipHolder holder, EndMembership end, Viewer viewer) : LoadedPageModel<PersonAccess.Details>
{
    [FromRoute] public Id<Membership> MembershipId { get; set; }
    public PersonAccess.Details Person => Loaded;
    public MembershipRow Membership => Person.Roles.Single(r => r.Id == MembershipId);

    protected override Task<PersonAccess.Details?> FindAsync(CancellationToken cancel) => holder.RunAsync(viewer, MembershipId, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await end.RunAsync(viewer, MembershipId, cancel);
        TempData.Notify("Role ended");
        return RedirectToPage("Person", new { userId = Person.Id });
    }
}
