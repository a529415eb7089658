using Portal.Features.Courses.Catalogue;
using Portal.Security;

namespace Portal.Features.Courses.Diary;

[Allow(Permission.ReadCourses)]
public sealed class MonthModel(MonthOfDates months, CourseSearch search, UkClock clock, Viewer viewer) : CatalogueModel(clock)
{
    public MonthOfDates.Shown Shown { get; private set; } = null!;
    public override bool IsOfOneMonth => true;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var month = Months.OfKey(Month) ?? await months.FirstAsync(viewer, Filter with { Withdrawn = false }, cancel) ?? ThisMonth;
        Month = Months.Key(month);
        Choices = await search.RunAsync(viewer, cancel);
        Shown = await months.RunAsync(viewer, Filter with { Month = month, Withdrawn = false }, cancel);
    }
}
