using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Agencies.AtHome;

/// <summary>Agencies that nobody looks after: their staff list is out of date, or they have no training lead.</summary>
public sealed class AgencyTasks(PortalDb db, AgencyList agencies) : ITasks
{
    public int Order => 110;
    public Permission? Needs => Permission.GovernAgencies;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        List<HomeTask> tasks = [];
        var all = db.Agencies.VisibleTo(viewer);
        if (await agencies.Without(all, AgencyList.Lack.StaffList).CountAsync(cancel) is > 0 and var lists)
            tasks.Add(new($"Ask for {Words.Count(lists, "staff list that is", "staff lists that are")} out of date",
                "/Agencies?Lack=StaffList", null, "Until they are confirmed, nobody can tell how these agencies stand"));
        if (await agencies.Without(all, AgencyList.Lack.TrainingLead).CountAsync(cancel) is > 0 and var vacant)
            tasks.Add(new($"Fill {Words.Count(vacant, "vacancy", "vacancies")} for a training lead", "/Agencies?Lack=TrainingLead"));
        return tasks;
    }
}
