using Portal.Features.Courses.Organising;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.AtHome;

/// <summary>The next dates of whoever gives courses.</summary>
public sealed class RunsAtHome(RunList runs) : IHomePanel
{
    public const int Most = 5;

    public int Order => 10;
    public IReadOnlyList<Role> Roles => [Role.CourseProvider];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel) => new("~/Features/Courses/AtHome/_Runs.cshtml",
        (await runs.RunAsync(viewer, new(), cancel)).Rows.Take(Most).ToList());
}
