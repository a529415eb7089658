using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Places that are kept until the viewer agrees.</summary>
[Allow(Permission.ApproveBookings)]
public sealed class ApprovalsModel(BookingsToApprove requests, AnswerBooking answer, Viewer viewer) : LoadedPageModel
{
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    [BindProperty] public Id<Booking>? BookingId { get; set; }
    [BindProperty] public bool? Agree { get; set; }
    public Page<BookingsToApprove.Row> Found { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Found = await requests.RunAsync(viewer, Number, cancel);
        return true;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        if (BookingId is not { } booking || Agree is not { } agree) throw new Refused("Choose whether you agree");
        await answer.RunAsync(viewer, booking, agree, cancel);
        var person = Found.Rows.FirstOrDefault(r => r.Id == booking)?.Person;
        TempData.Notify(agree ? $"Agreed: {person} has a place" : $"The place kept for {person} has been given back");
        return RedirectToPage("Approvals");
    }
}
