using Portal.Security;

namespace Portal.Features.Courses.Organising;

[Allow(Permission.RunCourses)]
public sealed class OrganiseModel(RunView runs, Viewer viewer) : RunPageModel(runs, viewer);
