using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Evaluations;

[Allow(Permission.RunCourses)]
public sealed class TotalsModel(EvaluationTotals totals, Viewer viewer) : LoadedPageModel<EvaluationTotals.Details>
{
    [FromRoute] public Id<Course> CourseId { get; set; }
    public EvaluationTotals.Details Totals => Loaded;

    protected override Task<EvaluationTotals.Details?> FindAsync(CancellationToken cancel) => totals.RunAsync(viewer, CourseId, cancel);
}
