using Portal.Components;
using Portal.Security;

namespace Portal.Features.Courses.Organising;

[Allow(Permission.RunCourses)]
public sealed class PeopleModel(RunView runs, RunPeople people, AgencyFigures agencies, Viewer viewer) : RunPageModel(runs, viewer)
{
    public IReadOnlyList<RunPeople.Row> People { get; private set; } = [];

    /// <summary>Who has a place, who waits for one, and who has none any more: as the figures of the date count them.</summary>
    public IEnumerable<(string Id, string Caption, List<RunPeople.Row> People)> Parts =>
        from part in People.GroupBy(p => p.State.HoldsPlace() ? 0 : p.State == BookingState.Waiting ? 1 : 2).OrderBy(g => g.Key)
        let people = part.ToList()
        select part.Key switch
        {
            0 => ("taken", Words.Count(people.Count, "place") + " taken", people),
            1 => ("waiting", $"{people.Count} waiting", people),
            _ => ("over", $"{people.Count} without a place any more", people),
        };

    public IReadOnlyList<AgencyFigures.Row> Agencies { get; private set; } = [];
    public bool MayWaive => Viewer.May(Permission.WaiveCharges);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        (People, Agencies) = (await people.RunAsync(Viewer, RunId, cancel), await agencies.RunAsync(Viewer, RunId, cancel));
        return true;
    }
}
