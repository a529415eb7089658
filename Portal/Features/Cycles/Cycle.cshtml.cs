using Portal.Security;

namespace Portal.Features.Cycles;

[Allow(Permission.ReadGaps, Permission.ManageCycles)]
public sealed class CycleModel(CycleView view, Viewer viewer) : CyclePageModel(view, viewer)
{
    public bool MayManage => Viewer.May(Permission.ManageCycles);
}
