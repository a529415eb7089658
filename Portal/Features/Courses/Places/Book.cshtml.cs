using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Places;

/// <summary>What someone agrees to before they have a place: a look at it, and one press.</summary>
[Allow(Permission.BookPlaces)]
public sealed class BookModel(DateView dates, BookOwnPlace book, Viewer viewer) : LoadedPageModel<DateView.Details>
{
    public const string WhoReads = "For example an interpreter, large print or a meal without nuts. Only whoever organises the course "
        + "reads it, and it is deleted 30 days after";

    [FromRoute] public Id<CourseRun> RunId { get; set; }
    [BindProperty, UpTo(AccessNeed.Longest)] public string? Needs { get; set; }
    public DateView.Details Date => Loaded;

    /// <summary>Whoever books for others alone has nothing to do here.</summary>
    protected override async Task<DateView.Details?> FindAsync(CancellationToken cancel) =>
        await dates.RunAsync(viewer, RunId, cancel) is { IsForOneself: true } date ? date : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        return RedirectToPage("Place", new { bookingId = await book.RunAsync(viewer, RunId, Needs, cancel) });
    }
}
