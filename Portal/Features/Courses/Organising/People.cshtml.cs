using Portal.Security;

namespace Portal.Features.Courses.Organising;

[Allow(Permission.RunCourses)]
public sealed class PeopleModel(RunView runs, RunPeople people, AgencyFigures agencies, Viewer viewer) : RunPageModel(runs, viewer)
{
    public IReadOnlyList<RunPeople.Row> People { get; private set; } = [];
    public IReadOnlyList<AgencyFigures.Row> Agencies { get; private set; } = [];
    public bool MayWaive => Viewer.May(Permission.WaiveCharges);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        (People, Agencies) = (await people.RunAsync(Viewer, RunId, cancel), await agencies.RunAsync(Viewer, RunId, cancel));
        return true;
    }
}
