using Microsoft.AspNetCore.Mvc;
using Portal.Features.Staff.People;
using Portal.Features.Staff.Training;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Requests;

/// <summary>A person's own word about training they have done. It never counts until verified.</summary>
[Allow(Permission.ClaimTraining)]
public sealed class ClaimModel(PersonView people, RecordTraining record, WouldCount counting, Viewer viewer)
    : TrainingPageModel(people, record, counting, viewer)
{
    /// <summary>A claim that was not accepted, which is sent once more.</summary>
    [FromQuery] public Id<TrainingRecord>? Again { get; set; }
    public PersonView.Record? Refused => Person.Records.FirstOrDefault(r => r.Id == Again && r.State == RecordState.Rejected);

    public void OnGet()
    {
        if (Refused is { } refused) Training = TrainingForm.Of(refused);
    }

    protected override Task<bool> LoadAsync(CancellationToken cancel)
    {
        StaffId = Viewer.StaffId ?? default;
        return base.LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var until = await AddAsync(null, cancel);
        TempData.Notify($"Thank you. Whoever decides at your agency is told now, and will check it{until}");
        return RedirectToPage("/Staff/People/Person", null, new { StaffId }, "records");
    }
}
