using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Features.Staff.People;
using Portal.Web;

namespace Portal.Features.Staff.Training;

/// <summary>A page that adds training to one person's record, with its certificate.</summary>
public abstract class TrainingPageModel(PersonView people, RecordTraining record, Viewer viewer) : PersonPageModel(people, viewer)
{
    [BindProperty] public TrainingForm Training { get; set; } = new();
    [BindProperty] public IFormFile? Evidence { get; set; }

    protected async Task AddAsync(Id<TrainingRecord>? corrects, CancellationToken cancel)
    {
        this.StopIfInvalid();
        await using var content = Evidence?.OpenReadStream();
        await record.RunAsync(Viewer, StaffId, Training.Entry(corrects), content is null ? null : new(content, Evidence!.FileName), cancel);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        ViewData["Levels"] = Person.Framework.Levels.Where(l => !l.NeedsContent).Choices(explained: true);
        return true;
    }
}
