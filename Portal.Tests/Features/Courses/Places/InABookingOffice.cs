using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Places;

/// <summary>The small borough with people who book.</summary>
public abstract class InABookingOffice : InASmallBorough
{
    protected BookingDesk Desk { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Desk = new(Database, Borough);
    }

    protected Task<StaffMember> PersonAsync(string name, Agency? agency = null, JobRole? role = null, StaffMember? manager = null) =>
        Borough.HasAsync(Database, name, role ?? Borough.Reception, agency, $"{name.ToLowerInvariant()}@people.example", manager: manager);

    protected void Pass(TimeSpan time) => Database.Time.Advance(time);
}
