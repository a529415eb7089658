using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Staff.People;

/// <summary>A page about one person.</summary>
public abstract class PersonPageModel(PersonView people, Viewer viewer) : LoadedPageModel<PersonView.Details>
{
    [FromRoute] public Id<StaffMember> StaffId { get; set; }
    public PersonView.Details Person => Loaded;
    public Viewer Viewer => viewer;
    public bool IsOwn => viewer.StaffId == StaffId;

    protected override Task<PersonView.Details?> FindAsync(CancellationToken cancel) => people.RunAsync(viewer, StaffId, cancel);
}
