using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Agencies.AtHome;

/// <summary>Agencies that nobody looks after: their staff list is out of date, or they have no training lead.</summary>
public sealed class AgencyTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 110;
    public Permission? Needs => Permission.GovernAgencies;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var (today, tasks) = (clock.Today, new List<HomeTask>());
        var open = db.Agencies.OfPartnership(viewer).OpenOn(today);
        var begun = db.Phases.Where(p => p.StartsOn <= today);
        var lists = await open.WithStaleStaffListOn(today).CountAsync(a => begun.Any(p => p.Id == a.PhaseId), cancel);
        if (lists > 0)
            tasks.Add(new($"Ask for {Words.Count(lists, "staff list that is", "staff lists that are")} out of date", "/Agencies", null,
                "Until they are confirmed, nobody can tell how these agencies stand"));
        var leads = db.Memberships.CurrentOn(db, today).Where(m => m.Role == Role.TrainingLead);
        var vacant = await open.CountAsync(a => !leads.Any(m => m.AgencyId == a.Id), cancel);
        if (vacant > 0) tasks.Add(new($"Fill {Words.Count(vacant, "vacancy", "vacancies")} for a training lead", "/Agencies"));
        return tasks;
    }
}
