using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Whether all of several have a place or nobody, or as many as there are places for and the rest wait.</summary>
public enum BookingManner { AllOrNone, AsManyAsFit }

/// <summary>
/// Books places for people of one agency at once, by the rules that hold for each of them alone: nobody who cannot come, nobody twice, and
/// the line manager is asked unless it is they who book.
/// </summary>
public sealed class BookColleagues(PortalDb db, PlacesOfRun places, Eligibility eligibility, UkClock clock)
{
    public const int MostAtOnce = Page<StaffMember>.Size;

    /// <summary>How many have a place, how many wait for their line manager's yes, and how many joined the waiting list.</summary>
    public sealed record Outcome(int Booked, int Asked, int Waiting)
    {
        public string Sentence => string.Join(", ", new[]
        {
            Booked > 0 ? $"{Words.Count(Booked, "place")} booked" : null,
            Asked > 0 ? $"{Words.Count(Asked, "place")} kept until the line manager answers" : null,
            Waiting > 0 ? $"{Words.Count(Waiting, "person", "people")} on the waiting list" : null,
        }.Where(w => w is not null));
    }

    /// <param name="people">In the order in which they are to have places.</param>
    public async Task<Outcome> RunAsync(
        Viewer viewer, Id<CourseRun> runId, Id<Agency> agencyId, IReadOnlyList<Id<StaffMember>> people, BookingManner manner,
        CancellationToken cancel)
    {
        viewer.Require(Permission.BookPlaces, agencyId);
        List<Id<StaffMember>> chosen = [.. people.Distinct()];
        if (chosen.Count == 0) throw new Refused("Select who you book for", "Chosen");
        if (chosen.Count > MostAtOnce) throw new Refused($"Select up to {MostAtOnce} people at a time", "Chosen");
        List<Booking> made = [];
        await places.RunAsync(viewer, runId, chosen, async (run, there) =>
        {
            var course = await db.Courses.AsNoTracking().OfferedTo(viewer).Include(c => c.Prices).Where(c => c.Id == run.CourseId)
                .OneOrRefuseAsync("This course is not offered to your agency", null, cancel);
            var managed = await ManagedAsync(viewer, agencyId, chosen, cancel);
            await RefuseUnlessAllMayAsync(run, agencyId, chosen, cancel);
            var type = await db.Agencies.OpenOn(clock.Today).Where(a => a.Id == agencyId).Select(a => (AgencyType?)a.Type)
                .SingleOrDefaultAsync(cancel) ?? throw new Refused("This agency has closed");
            made.AddRange(chosen.Select(one => there.Ask(viewer, one, agencyId, course.PriceFor(type), managed[one])));
            var without = made.Count(b => b.State == BookingState.Waiting);
            if (manner == BookingManner.AllOrNone && without > 0)
                throw new Refused($"Only {made.Count - without} of {made.Count} could have a place, so nobody was booked", "Manner");
            return $"Booked for {Words.Count(made.Count, "colleague")} on {course.Title}";
        }, cancel);
        return new(
            made.Count(b => b.State == BookingState.Booked), made.Count(b => b.State == BookingState.AwaitingManager),
            made.Count(b => b.State == BookingState.Waiting));
    }

    /// <summary>Those chosen, and whether the viewer is the line manager of each. Refused when one is not theirs to book for.</summary>
    private async Task<Dictionary<Id<StaffMember>, bool>> ManagedAsync(
        Viewer viewer, Id<Agency> agencyId, List<Id<StaffMember>> chosen, CancellationToken cancel)
    {
        var self = await db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId);
        var posts = await db.Posts.BookedForBy(viewer, agencyId, clock.Today).Where(p => chosen.Contains(p.StaffId))
            .Select(p => new { p.StaffId, p.ManagerId }).ToListAsync(cancel);
        var managed = posts.GroupBy(p => p.StaffId)
            .ToDictionary(p => p.Key, p => p.Any(x => x.ManagerId is { } manager && self.Contains(manager)));
        return managed.Count == chosen.Count ? managed : throw new Refused("Select people for whom you book", "Chosen");
    }

    private async Task RefuseUnlessAllMayAsync(CourseRun run, Id<Agency> agencyId, List<Id<StaffMember>> chosen, CancellationToken cancel)
    {
        var whyNot = await eligibility.RunAsync(run, chosen.ConvertAll(id => new Eligibility.Person(id, agencyId)), cancel);
        if (whyNot.Count == 0) return;
        var (person, why) = whyNot.First();
        var name = await db.Staff.Where(s => s.Id == person.StaffId).Select(s => s.Name).SingleAsync(cancel);
        throw new Refused($"{name}: {why}", "Chosen");
    }
}
