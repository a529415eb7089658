using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>A colleague goes instead, up to the beginning: those with the same unmet need are proposed first.</summary>
[Allow(Permission.BookPlaces)]
public sealed class SubstituteModel(PlaceOfColleague places, ColleaguesToTrain colleagues, SendAnother send, Viewer viewer)
    : LoadedPageModel<PlaceOfColleague.Details>
{
    [FromRoute] public Id<Booking> BookingId { get; set; }
    [FromQuery] public string? Search { get; set; }
    [FromQuery] public bool Everyone { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    [BindProperty, Required(ErrorMessage = "Select who goes")] public Id<StaffMember>? To { get; set; }
    [BindProperty] public int? Seen { get; set; }

    public PlaceOfColleague.Details Place => Loaded;
    public Page<ColleaguesToTrain.Row> Found { get; private set; } = null!;
    public IReadOnlyList<Choice> Colleagues => [.. Found.Rows.Select(ColleaguesModel.AsChoice)];

    protected override Task<PlaceOfColleague.Details?> FindAsync(CancellationToken cancel) => places.RunAsync(viewer, BookingId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Found = await colleagues.RunAsync(viewer, Place.Run, Place.Booking.AgencyId, new(Search, Everyone, Number), cancel);
        return true;
    }

    public void OnGet() => Seen = Place.Booking.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await send.RunAsync(viewer, BookingId, To!.Value, Seen ?? -1, cancel);
        TempData.Notify($"{Found.Rows.FirstOrDefault(r => r.Id == To)?.Name ?? "A colleague"} goes in place of {Place.Person}");
        return RedirectToPage("Booking", new { BookingId });
    }
}
