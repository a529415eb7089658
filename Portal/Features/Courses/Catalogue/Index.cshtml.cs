using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Courses.Catalogue;

[Allow(Permission.ReadCourses)]
public sealed class IndexModel(CourseList list, CourseSearch search, UkClock clock, Viewer viewer) : CatalogueModel(clock)
{
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public Page<CourseList.Row> Found { get; private set; } = null!;
    public bool MayEdit => viewer.May(Permission.EditCourses);

    public async Task OnGetAsync(CancellationToken cancel) =>
        (Choices, Found) = (await search.RunAsync(viewer, cancel), await list.RunAsync(viewer, Filter, Number, cancel));
}
