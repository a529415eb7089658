using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Staff;

/// <summary>A page about one person.</summary>
public abstract class PersonPageModel(PersonView people, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<StaffMember> StaffId { get; set; }
    public PersonView.Details Person { get; private set; } = null!;
    public Viewer Viewer => viewer;
    public bool IsOwn => viewer.StaffId == StaffId;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await people.RunAsync(viewer, StaffId, cancel) is not { } person) return false;
        Person = person;
        return true;
    }
}
