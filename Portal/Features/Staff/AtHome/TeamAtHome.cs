using Portal.Features.Hubs;
using Portal.Features.Staff.People;

namespace Portal.Features.Staff.AtHome;

/// <summary>How many of a line manager's team need training.</summary>
public sealed class TeamAtHome(StaffList staff) : IHomePanel
{
    /// <param name="Behind">Those who do not hold what their job needs.</param>
    /// <param name="Due">Those who hold it today and will not within 90 days.</param>
    public sealed record Team(int People, int Behind, int Due);

    public int Order => 10;
    public IReadOnlyList<Role> Roles => [Role.LineManager];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        Task<int> CountAsync(StaffList.Show? standing) => staff.CountAsync(viewer, new(Standing: standing), cancel);
        return new("~/Features/Staff/AtHome/_Team.cshtml", new Team(await CountAsync(null),
            await CountAsync(StaffList.Show.Lapsed) + await CountAsync(StaffList.Show.Never), await CountAsync(StaffList.Show.Due)));
    }
}
