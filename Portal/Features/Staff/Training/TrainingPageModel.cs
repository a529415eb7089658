using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Features.Staff.People;
using Portal.Web;

namespace Portal.Features.Staff.Training;

/// <summary>A page that adds training to one person's record, with its certificate.</summary>
public abstract class TrainingPageModel(PersonView people, RecordTraining record, WouldCount counting, Viewer viewer)
    : PersonPageModel(people, viewer)
{
    [BindProperty] public TrainingForm Training { get; set; } = new();
    [BindProperty] public IFormFile? Evidence { get; set; }

    /// <summary>Adds it, and says until when it would count: ". It would count until 3 May 2029".</summary>
    protected async Task<string> AddAsync(Id<TrainingRecord>? corrects, CancellationToken cancel)
    {
        this.StopIfInvalid();
        await using var content = Evidence?.OpenReadStream();
        var added = await record.RunAsync(
            Viewer, StaffId, Training.Entry(corrects), content is null ? null : new(content, Evidence!.FileName), cancel);
        var answer = await counting.RunAsync(Viewer, StaffId, added.LevelNumber, added.AchievedOn, added.EndsOn, cancel);
        return answer is null ? "" : $". {answer.Sentence}";
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        ViewData["Levels"] = Person.Framework.Levels.Where(l => !l.NeedsContent).Choices(explained: true);
        return true;
    }
}
