using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Mine;

/// <summary>Where someone makes, renews and switches off the address by which their calendar reads their bookings.</summary>
[Allow(Permission.BookPlaces), ResponseCache(NoStore = true)]
public sealed class CalendarAddressModel(OwnFeed feed, MakeFeed make, EndFeed end, Viewer viewer) : LoadedPageModel
{
    /// <summary>Where a new address waits for the one page that shows it: an encrypted cookie, read once.</summary>
    private const string AddressKey = "CalendarAddress";

    /// <summary>Null when there is none.</summary>
    public DateTime? MadeAt { get; private set; }

    /// <summary>Right after it was made; null at every other time.</summary>
    public string? Address { get; private set; }

    /// <summary>The same, for the calendar of the device.</summary>
    public string Subscription => $"webcal{Address![Address!.IndexOf(':')..]}";

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        MadeAt = await feed.RunAsync(viewer, cancel);
        return true;
    }

    public void OnGet() => Address = TempData[AddressKey] as string;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        TempData[AddressKey] = await make.RunAsync(viewer, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        await end.RunAsync(viewer, cancel);
        TempData.Notify("The address is switched off. Your calendar can no longer read your bookings");
        return RedirectToPage();
    }
}
