using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Admin;

[Allow(Permission.ManagePeople, Permission.RunJobs, Permission.ReadMail, Permission.ReadAudit)]
public sealed class IndexModel(Viewer viewer) : PageModel
{
    public IReadOnlyList<Sections.Section> Parts => Sections.Administration(viewer);
}
