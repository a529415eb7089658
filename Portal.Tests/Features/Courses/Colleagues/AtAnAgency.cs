using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Courses.Colleagues;
using Portal.Tests.Support;
using Portal.Tests.Support.Courses;

namespace Portal.Tests.Features.Courses.Colleagues;

/// <summary>
/// The fictional borough with a date of its own to book: the training lead of an agency, a line manager there, and people who need it.
/// </summary>
public abstract class AtAnAgency : IAsyncLifetime
{
    protected PortalApp App { get; private set; } = null!;
    protected Viewer Lead { get; private set; } = null!;
    protected Viewer Manager { get; private set; } = null!;
    protected Id<Agency> Own => Lead.AgencyId!.Value;

    /// <summary>Another agency.</summary>
    protected Id<Agency> Other { get; private set; }

    public virtual async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync();
        (Lead, Manager) = (await ViewerAsync(Role.TrainingLead), await ViewerAsync(Role.LineManager));
        Other = (await App.AgencyAsync(DemoBorough.AnotherAgency)).Id;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<Viewer> ViewerAsync(Role role) => App.In(async (PortalDb db) =>
    {
        var user = await db.Users.SingleAsync(u => u.Email == DemoPeople.Email[role]);
        return Viewer.Of(user.Id, user.Name, await db.Memberships.AsNoTracking().SingleAsync(m => m.UserId == user.Id && m.Role == role));
    });

    protected Task<CourseRun> RunAsync(int places = 10, bool managerApproves = false, int level = 2, int inDays = 30) => App.In(
        (PortalDb db) => MadeUpPlace.RunAsync(
            db, Lead.PartnershipId, App.Database.Clock.Now, level, inDays, places, managerApproves));

    protected Task<Booking> PlaceAsync(CourseRun run, Id<StaffMember> person, Id<Agency>? agency = null, bool managerAgrees = true) =>
        App.In((PortalDb db) => MadeUpPlace.PlaceAsync(db, run, agency ?? Own, person, App.Database.Clock.Now, managerAgrees));

    /// <summary>People in post at one agency alone.</summary>
    protected Task<List<Id<StaffMember>>> PeopleAsync(
        Id<Agency> agency, Id<StaffMember>? manager = null) => App.In((PortalDb db) => db.Posts
        .Where(p => p.AgencyId == agency && p.LeftOn == null && !db.Posts.Any(x => x.StaffId == p.StaffId && x.Id != p.Id))
        .Where(p => manager == null || p.ManagerId == manager).OrderBy(p => p.Id).Select(p => p.StaffId).ToListAsync());

    protected Task<string> NameAsync(Id<StaffMember> person) =>
        App.In((PortalDb db) => db.Staff.Where(s => s.Id == person).Select(s => s.Name).SingleAsync());

    protected Task<List<Booking>> BookingsAsync(CourseRun run) =>
        App.In((PortalDb db) => db.Bookings.AsNoTracking().Where(b => b.RunId == run.Id).OrderBy(b => b.Number).ToListAsync());

    protected Task<BookColleagues.Outcome> BookAsync(
        Viewer viewer, CourseRun run, BookingManner manner, params IReadOnlyList<Id<StaffMember>> people) =>
        App.In((BookColleagues book) => book.RunAsync(viewer, run.Id, viewer.AgencyId ?? Own, people, manner, default));

    /// <summary>What refuses it, in words.</summary>
    protected static async Task<string> RefusalAsync(Func<Task> work) => (await Assert.ThrowsAsync<Refused>(work)).Message;
}
