using Microsoft.AspNetCore.Mvc;
using Portal.Features.Staff.People;

namespace Portal.Features.Staff.Jobs;

/// <summary>A page about one job that someone still holds.</summary>
public abstract class JobPageModel(PersonView people, Viewer viewer) : PersonPageModel(people, viewer)
{
    [FromRoute] public Id<Post> PostId { get; set; }
    [BindProperty] public int Seen { get; set; }
    public PersonView.Job Current { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || Person.Jobs.FirstOrDefault(j => j.Id == PostId && j.LeftOn is null) is not { } job)
            return false;
        Current = job;
        return true;
    }
}
