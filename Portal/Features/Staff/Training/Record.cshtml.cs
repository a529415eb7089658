using Microsoft.AspNetCore.Mvc;
using Portal.Features.Staff.People;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Training;

[Allow(Permission.RecordTraining)]
public sealed class RecordModel(PersonView people, RecordTraining record, WouldCount counting, Viewer viewer)
    : TrainingPageModel(people, record, counting, viewer)
{
    [FromQuery] public Id<TrainingRecord>? Corrects { get; set; }
    public PersonView.Record? Correcting => Person.Records.FirstOrDefault(r => r.Id == Corrects && r.State == RecordState.Verified);

    public void OnGet()
    {
        if (Correcting is { } old)
            Training = TrainingForm.Of(old);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var until = await AddAsync(Corrects, cancel);
        TempData.Notify($"Training added. It counts once a second person has verified it, and whoever can is told{until}");
        return RedirectToPage("/Staff/People/Person", null, new { StaffId }, "records");
    }
}
