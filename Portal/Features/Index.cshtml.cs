using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Features.Home;
using Portal.Security;

namespace Portal.Features;

/// <summary>Where everyone begins: what they have to do next, then where they stand.</summary>
[Allow]
public sealed class IndexModel(Viewer viewer, IServiceProvider homes) : PageModel
{
    public string View { get; private set; } = "_SectionsHome";
    public object? Shown { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => (View, Shown) = viewer.Role switch
    {
        Role.Commissioner => ("_CommissionerHome", await Home<CommissionerHome>().RunAsync(viewer, cancel)),
        Role.TrainingLead or Role.ExecutiveLead => ("_AgencyHome", await Home<AgencyHome>().RunAsync(viewer, cancel)),
        Role.Learner or Role.LineManager => ("_LearnerHome", await Home<LearnerHome>().RunAsync(viewer, cancel)),
        Role.BoardMember or Role.BoardChair or Role.BoardClerk or Role.SubGroupLead or Role.SafeguardingLink or Role.Auditor => ("_BoardHome", await Home<BoardHome>().RunAsync(viewer, cancel)),
        Role.SystemAdministrator => ("_AdministratorHome", await Home<AdministratorHome>().RunAsync(viewer, cancel)),
        _ => ("_SectionsHome", (object)await Home<SectionsHome>().RunAsync(viewer, cancel)),
    };

    /// <summary>Only the one this person needs is made.</summary>
    private T Home<T>() where T : notnull => homes.GetRequiredService<T>();
}
