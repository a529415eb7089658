using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Places;

/// <summary>
/// Everything that gives, frees or moves a place goes through here, whoever asks: the people and the run are held, so that whoever comes
/// second waits and then looks; what nobody answered in time has lapsed and what is free is offered before and after; and everyone whose
/// booking changed is told once, with the change itself.
/// </summary>
public sealed class PlacesOfRun(PortalDb db, Eligibility eligibility, TellOfBookings tell, UkClock clock)
{
    /// <summary>A booking that changed, and where it stood before; null when it is new.</summary>
    /// <param name="Code">Of a new link by which it is answered; null when nobody has to answer.</param>
    public sealed record Changed(Booking Booking, BookingState? Before, string? Code);

    // Whoever waits for a run on this node waits here, in order and without a connection in hand; between nodes the row decides.
    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <param name="people">Who gets or loses a place: of two runs at the same hour only one can have them.</param>
    /// <param name="work">Changes the places, and says in words what was done.</param>
    public async Task RunAsync(Viewer viewer, Id<CourseRun> runId, IReadOnlyCollection<Id<StaffMember>> people,
        Func<CourseRun, RunPlaces, Task<string>> work, CancellationToken cancel)
    {
        var turn = Turns[(uint)runId.GetHashCode() % Turns.Length];
        await turn.WaitAsync(cancel);
        try
        {
            await db.TransactAsync(viewer, () => ChangeAsync(viewer, runId, people, work, cancel), cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Whether something has lapsed, or a free place can be offered: looks, and changes nothing.</summary>
    public async Task<bool> IsAnythingDueAsync(Id<CourseRun> runId, CancellationToken cancel)
    {
        var run = await Whole(db.CourseRuns, runId).AsNoTracking().SingleAsync(cancel);
        var bookings = await db.Bookings.AsNoTracking().Where(b => b.RunId == runId).ToListAsync(cancel);
        var before = bookings.ToDictionary(b => b.Id, b => b.State);
        await SettleAsync(run, new(run, bookings, clock.Now), [], cancel);
        return bookings.Exists(b => b.State != before[b.Id]);
    }

    private async Task<string> ChangeAsync(Viewer viewer, Id<CourseRun> runId, IReadOnlyCollection<Id<StaffMember>> people,
        Func<CourseRun, RunPlaces, Task<string>> work, CancellationToken cancel)
    {
        foreach (var person in people.Distinct().Order()) await db.HoldAsync(person, cancel);
        await db.HoldAsync(runId, cancel);
        var run = await Whole(db.CourseRuns.OfPartnership(viewer), runId)
            .OneOrRefuseAsync("This date is no longer there", null, cancel);
        var (bookings, queue) = await BookingsAsync(runId, people, cancel);
        var before = bookings.Concat(queue).ToDictionary(b => b.Id, b => b.State);
        var places = new RunPlaces(run, bookings.Concat(queue), clock.Now);
        await SettleAsync(run, places, queue, cancel);
        var what = await work(run, places);
        await SettleAsync(run, places, queue, cancel);
        if (queue.Any(b => b.State != before[b.Id]))
            throw new InvalidOperationException("The turn of somebody whom the act does not name would change without being saved");
        db.Bookings.AddRange(places.Bookings.Where(b => !before.ContainsKey(b.Id)));
        List<Changed> changed = [.. places.Bookings.Where(b => !before.TryGetValue(b.Id, out var was) || was != b.State)
            .Select(b => new Changed(b, before.TryGetValue(b.Id, out var was) ? was : null, CodeFor(b)))];
        await tell.RunAsync(run, places, changed, cancel);
        return what;
    }

    /// <summary>
    /// The bookings, and of a long queue only a look at the turns of others: nothing but an offer changes those, and then they are tracked.
    /// </summary>
    private async Task<(List<Booking> Bookings, HashSet<Booking> Queue)> BookingsAsync(
        Id<CourseRun> runId, IReadOnlyCollection<Id<StaffMember>> people, CancellationToken cancel)
    {
        var all = db.Bookings.Where(b => b.RunId == runId);
        if (people.Count == 0) return (await all.ToListAsync(cancel), []);
        var held = people.ToList();
        return (await all.Where(b => b.State != BookingState.Waiting || held.Contains(b.StaffId)).ToListAsync(cancel),
            [.. await all.AsNoTracking().Where(b => b.State == BookingState.Waiting && !held.Contains(b.StaffId)).ToListAsync(cancel)]);
    }

    /// <param name="queue">Turns that are not tracked; those that are offered a place are, and so are taken out of it.</param>
    private async Task SettleAsync(CourseRun run, RunPlaces places, HashSet<Booking> queue, CancellationToken cancel)
    {
        var system = Viewer.System(run.PartnershipId);
        places.LapseUnanswered(system);
        if (places.Next.ToList() is not [_, ..] next) return;
        List<Eligibility.Person> people = next.ConvertAll(b => new Eligibility.Person(b.StaffId, b.AgencyId));
        places.PassOver((await eligibility.RunAsync(run, people, cancel)).Keys.Select(p => p.StaffId));
        db.AttachRange(next.Where(queue.Remove));
        places.OfferFree(system);
    }

    private static IQueryable<CourseRun> Whole(IQueryable<CourseRun> runs, Id<CourseRun> runId) =>
        runs.Include(r => r.Sessions).Include(r => r.Allocations).AsSingleQuery().Where(r => r.Id == runId);

    /// <summary>Whoever has to answer gets a link of their own, of which only the fingerprint is kept.</summary>
    private static string? CodeFor(Booking booking)
    {
        if (booking.AnswerBy is null) return null;
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        booking.AnsweredBy(OneTimeLink.HashOf(code));
        return code;
    }
}
