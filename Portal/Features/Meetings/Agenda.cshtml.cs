using Microsoft.AspNetCore.Mvc;
using Portal.Features.Hubs;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Meetings;

[Allow(Permission.ReadBodies)]
public sealed class AgendaModel(MeetingAgenda agenda, IEnumerable<IPanelAbout<MeetingShown>> rooms, Viewer viewer)
    : LoadedPageModel<MeetingAgenda.Details>
{
    [FromRoute] public Id<Meeting> MeetingId { get; set; }
    public MeetingAgenda.Details Meeting => Loaded;
    public IReadOnlyList<Panel> Items { get; private set; } = [];

    protected override Task<MeetingAgenda.Details?> FindAsync(CancellationToken cancel) => agenda.RunAsync(viewer, MeetingId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Items = await rooms.ShowAsync(viewer, new MeetingShown(Meeting.Id, Meeting.Kind), cancel);
        return true;
    }
}
