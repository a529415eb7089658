using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff;

[Allow(Permission.VerifyTraining)]
public sealed class VerifyModel(RecordsToVerify records, DecideRecord decide, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<TrainingRecord> RecordId { get; set; }
    [BindProperty, Required(ErrorMessage = "Select whether you accept this training")] public bool? Accept { get; set; }
    [BindProperty, StringLength(1000, ErrorMessage = "Reason must be 1,000 characters or fewer")] public string? Reason { get; set; }
    [BindProperty] public int Seen { get; set; }
    public RecordsToVerify.Row Row { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await records.OneAsync(viewer, RecordId, cancel) is not { } row) return false;
        Row = row;
        return true;
    }

    public void OnGet() => Seen = Row.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await decide.RunAsync(viewer, RecordId, Accept!.Value, Reason, Seen, cancel);
        TempData.Notify(Accept.Value ? $"{Row.Person}’s training is verified and counts from now on" : $"{Row.Person}’s training is not accepted. The reason is on their record");
        return RedirectToPage("ToVerify");
    }
}
