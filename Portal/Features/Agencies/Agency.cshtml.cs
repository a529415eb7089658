using Portal.Features.Hubs;
using Portal.Security;

namespace Portal.Features.Agencies;

[Allow(Permission.ReadAgencies)]
public sealed class AgencyModel(AgencyView agencies, IEnumerable<IAgencyPanel> panels, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    private readonly List<Panel> shown = [];

    public IReadOnlyList<Panel> Panels => shown;
    public string Sentence => AgencySentence.Of(Details, shown.Select(p => p.Summary).OfType<string>());

    public bool MayReopen =>
        Viewer.May(Permission.GovernAgencies, AgencyId) && !Details.IsOpen && Agency.MayReopenOn(Details.Today);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        foreach (var room in panels.OrderBy(p => p.Order))
            if (await room.RunAsync(Viewer, Details, cancel) is { } panel) shown.Add(panel);
        return true;
    }
}
