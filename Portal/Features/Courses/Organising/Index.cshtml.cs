using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Organising;

[Allow(Permission.RunCourses)]
public sealed class IndexModel(RunList list, Viewer viewer) : PageModel
{
    private IReadOnlyList<RunList.Option> courses = [];

    [BindProperty(SupportsGet = true)] public RunList.Show? Show { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Course>? Course { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<RunList.Row> Found { get; private set; } = null!;
    public RunList.Show Shown => Show ?? RunList.Show.ToCome;
    public IReadOnlyList<Choice> Courses => [.. courses.Select(c => new Choice($"{c.Id}", c.Words))];
    public string Caption => $"{Words.Count(Found.Total, "date")}{(Found.Count > 1 ? $", page {Found.Number} of {Found.Count}" : "")}";

    public Chosen Chosen => new(Request)
    {
        { "Show", Show is { } show ? RunList.Words(show) : null },
        { "Course", Course is null ? null : courses.FirstOrDefault(c => c.Id == Course)?.Words ?? "One course" },
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        courses = await list.CoursesAsync(viewer, cancel);
        Found = await list.RunAsync(viewer, new(Shown, Course, Number), cancel);
    }
}
