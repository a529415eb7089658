using Portal.Features.Hubs;

namespace Portal.Features.Courses.Colleagues;

/// <summary>How many people of an agency or a team are going on courses, wait for one, and did not come.</summary>
public sealed class BookingsAtHome(AgencyBookings bookings) : IHomePanel
{
    public int Order => 35;
    public IReadOnlyList<Role> Roles => [Role.TrainingLead, Role.LineManager];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel) =>
        new("~/Features/Courses/Colleagues/_BookingsAtHome.cshtml", await bookings.CountAsync(viewer, (Id<Agency>?)null, cancel));
}
