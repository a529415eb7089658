using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Training;

[Allow(Permission.VerifyTraining)]
public sealed class VerifyModel(RecordsToVerify records, DecideRecord decide, Viewer viewer)
    : LoadedPageModel<RecordToVerify>
{
    [FromRoute] public Id<TrainingRecord> RecordId { get; set; }
    [BindProperty, Required(ErrorMessage = "Select whether you accept this training")] public bool? Accept { get; set; }
    [BindProperty, UpTo(1000)] public string? Reason { get; set; }
    [BindProperty] public int Seen { get; set; }
    public RecordToVerify Row => Loaded;

    protected override Task<RecordToVerify?> FindAsync(CancellationToken cancel) => records.OneAsync(viewer, RecordId, cancel);

    public void OnGet() => Seen = Row.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await decide.RunAsync(viewer, RecordId, Accept!.Value, Reason, Seen, cancel);
        TempData.Notify(Accept.Value
            ? $"{Row.Person}’s training {Row.Counting?.Verified ?? "is verified"}"
            : $"{Row.Person}’s training is not accepted. The reason is on their record");
        return RedirectToPage("ToVerify");
    }
}
