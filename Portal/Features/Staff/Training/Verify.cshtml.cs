using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Training;

[Allow(Permission.VerifyTraining)]
public sealed class VerifyModel(RecordsToVerify records, WouldCount counting, DecideRecord decide, Viewer viewer)
    : LoadedPageModel<RecordsToVerify.Row>
{
    [FromRoute] public Id<TrainingRecord> RecordId { get; set; }
    [BindProperty, Required(ErrorMessage = "Select whether you accept this training")] public bool? Accept { get; set; }
    [BindProperty, UpTo(1000)] public string? Reason { get; set; }
    [BindProperty] public int Seen { get; set; }
    public RecordsToVerify.Row Row => Loaded;

    public WouldCount.Answer? Counting { get; private set; }

    /// <summary>Who decides while the viewer cannot; null when they can.</summary>
    public string? WhoElse { get; private set; }

    protected override Task<RecordsToVerify.Row?> FindAsync(CancellationToken cancel) => records.OneAsync(viewer, RecordId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Counting = await counting.RunAsync(viewer, Row.StaffId, Row.LevelNumber, Row.AchievedOn, Row.EndsOn, cancel);
        if (Row.Mine) WhoElse = await records.WhoElseAsync(viewer, cancel);
        return true;
    }

    public void OnGet() => Seen = Row.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await decide.RunAsync(viewer, RecordId, Accept!.Value, Reason, Seen, cancel);
        TempData.Notify(Accept.Value
            ? $"{Row.Person}’s training {Counting?.Verified ?? "is verified"}"
            : $"{Row.Person}’s training is not accepted. The reason is on their record");
        return RedirectToPage("ToVerify");
    }
}
