using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Where a gap at one level can be closed by placing people on a course.</summary>
[Allow(Permission.ReadBookings)]
public sealed class DatesAtLevelModel(DatesAtLevel dates, Viewer viewer) : LoadedPageModel<DatesAtLevel.Found>
{
    [FromRoute] public int Number { get; set; }

    /// <summary>Whose people are booked, by somebody who books for several agencies.</summary>
    [FromQuery] public Id<Agency>? Agency { get; set; }
    public DatesAtLevel.Found Shown => Loaded;
    public bool MayBook => viewer.BooksForOthers();

    protected override Task<DatesAtLevel.Found?> FindAsync(CancellationToken cancel) => dates.RunAsync(viewer, Number, cancel);
}
