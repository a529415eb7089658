using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Features.Home;
using Portal.Security;

namespace Portal.Features;

/// <summary>Where everyone begins: what they have to do next, then where they stand.</summary>
[Allow]
public sealed class IndexModel(HomeView home, Viewer viewer) : PageModel
{
    public HomeView.Shown Shown { get; private set; } = null!;

    /// <summary>Whoever looks after an agency or the partnership sees tables.</summary>
    public bool IsWide => viewer.Role is Role.Commissioner or Role.TrainingLead or Role.ExecutiveLead;

    /// <summary>Whoever comes here to work is also told when nothing waits.</summary>
    public bool ShowsTasks => Shown.Tasks.Count > 0 || IsWide || viewer.Role == Role.SystemAdministrator;

    /// <summary>For a role that has no work of its own here yet: the parts of the portal it may read.</summary>
    public IEnumerable<Sections.Section> Parts => Shown.Panels.Count > 0 ? [] : Sections.For(viewer).Skip(1);

    public async Task OnGetAsync(CancellationToken cancel) => Shown = await home.RunAsync(viewer, cancel);
}
