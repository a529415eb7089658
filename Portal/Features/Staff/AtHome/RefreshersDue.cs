using Portal.Features.Hubs;
using Portal.Features.Staff.People;

namespace Portal.Features.Staff.AtHome;

/// <summary>People at an agency whose training lapses within 90 days, the first few.</summary>
public sealed class RefreshersDue(StaffList staff) : IHomePanel
{
    public sealed record Due(int Total, IReadOnlyList<StaffList.Row> First);

    public int Order => 30;
    public IReadOnlyList<Role> Roles => [Role.TrainingLead];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var due = await staff.RunAsync(viewer, new(Standing: StaffList.Show.Due), cancel);
        return new("~/Features/Staff/AtHome/_RefreshersDue.cshtml", new Due(due.Total, [.. due.Rows.OrderBy(r => r.Until).Take(5)]));
    }
}
