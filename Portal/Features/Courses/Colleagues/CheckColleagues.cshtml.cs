using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Who is booked and at what price, and what is to be done when there are too few places: said before anyone is booked.</summary>
[Allow(Permission.BookPlaces)]
public sealed class CheckColleaguesModel(
    DateForColleagues dates, ColleaguesToTrain colleagues, BookColleagues book, Viewer viewer) : LoadedPageModel<DateForColleagues.Details>
{
    [FromRoute] public Id<CourseRun> RunId { get; set; }
    [FromQuery] public Id<Agency>? Agency { get; set; }
    [FromQuery] public List<Id<StaffMember>> Chosen { get; set; } = [];

    [BindProperty, Required(ErrorMessage = "Select what to do if there are not enough places")]
    public BookingManner? Manner { get; set; }

    public DateForColleagues.Details Date => Loaded;
    public IReadOnlyList<ColleaguesToTrain.Row> Rows { get; private set; } = [];

    /// <summary>Where they were chosen, and are still.</summary>
    public string? Back => Url.Page("Colleagues", new
    {
        RunId, agency = Date.Agencies.Count > 0 ? Date.Agency : null, chosen = Rows.Select(r => $"{r.Id}").ToArray(),
    });

    /// <summary>Those who can be booked.</summary>
    public IReadOnlyList<Id<StaffMember>> May => [.. Rows.Where(r => r.WhyNot is null).Select(r => r.Id)];

    protected override Task<DateForColleagues.Details?> FindAsync(CancellationToken cancel) =>
        dates.RunAsync(viewer, RunId, Agency, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (Date.Agency is { } agency && Chosen.Count > 0)
            Rows = (await colleagues.RunAsync(viewer, Date.Run, agency, new(Only: Chosen), cancel)).Rows;
        return true;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        if (Date.Agency is not { } agency) throw new Refused("Choose an agency");
        var outcome = await book.RunAsync(viewer, RunId, agency, May, Manner!.Value, cancel);
        TempData.Notify(outcome.Sentence);
        return RedirectToPage("Agency");
    }
}
