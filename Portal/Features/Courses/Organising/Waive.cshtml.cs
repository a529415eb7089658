using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Organising;

[Allow(Permission.WaiveCharges)]
public sealed class WaiveModel(RunView runs, RunPeople people, WaiveCharge waive, Viewer viewer) : RunPageModel(runs, viewer)
{
    [BindProperty(SupportsGet = true)] public Id<Booking> Booking { get; set; }
    public RunPeople.Row Person { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await waive.RunAsync(Viewer, RunId, Booking, cancel);
        TempData.Notify($"The charge for {Person.Name} is waived");
        return RedirectToPage("People", new { RunId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)
            || (await people.RunAsync(Viewer, RunId, cancel)).FirstOrDefault(p => p.Id == Booking) is not { } person)
            return false;
        Person = person;
        return true;
    }
}
