using Microsoft.AspNetCore.Mvc;

namespace Portal.Features.Staff;

/// <summary>A page about one job that someone still holds: finds it among theirs, or answers 404.</summary>
public abstract class JobPageModel(PersonView people, Viewer viewer) : PersonPageModel(people, viewer)
{
    [FromRoute] public Id<Post> PostId { get; set; }
    [BindProperty] public int Seen { get; set; }
    public PersonView.Job Current { get; private set; } = null!;

    protected override Task<bool> PrepareAsync(CancellationToken cancel)
    {
        if (Person.Jobs.FirstOrDefault(j => j.Id == PostId && j.LeftOn is null) is not { } job) return Task.FromResult(false);
        Current = job;
        return Task.FromResult(true);
    }
}
