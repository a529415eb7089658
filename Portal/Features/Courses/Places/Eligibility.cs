using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Places;

/// <summary>
/// Why people cannot have a place on a date, whoever asks and through whichever door: for many at once, in as many queries as for one. It
/// speaks of the person; whether the date can be booked at all is <see cref="CourseRun.WhyNotBookedAt"/>, and whether a place is free
/// <see cref="RunPlaces"/>.
/// </summary>
public sealed class Eligibility(PortalDb db, UkClock clock)
{
    /// <summary>A level that is held for longer than so many days after a course needs no course yet.</summary>
    public const int HeldForDays = 90;

    /// <summary>Someone, at the agency whose place it would be.</summary>
    public readonly record struct Person(Id<StaffMember> StaffId, Id<Agency> AgencyId);

    /// <summary>A sentence for each of those who cannot; whoever is not in it can.</summary>
    /// <param name="run">With its sessions.</param>
    public async Task<IReadOnlyDictionary<Person, string>> RunAsync(
        CourseRun run, IReadOnlyCollection<Person> people, CancellationToken cancel)
    {
        var course = await db.Courses.AsNoTracking().Include(c => c.Levels).SingleAsync(c => c.Id == run.CourseId, cancel);
        if (!course.IsOfferedOn(clock.Today)) return people.Distinct().ToDictionary(p => p, _ => "This course is no longer offered");
        var ids = people.Select(p => p.StaffId).Distinct().ToList();
        var framework = await db.RuleInForceAsync(run.PartnershipId, run.FirstDay, cancel);
        var needs = await NeedsAsync(run, framework, ids, cancel);
        var held = (await db.TrainingRecords.Where(r => ids.Contains(r.StaffId) && r.State == RecordState.Verified)
            .Select(r => new { r.StaffId, r.LevelNumber, r.AchievedOn, r.EndsOn }).ToListAsync(cancel))
            .ToLookup(r => r.StaffId, r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn));
        var busy = await BusyAsync(run, ids, cancel);

        string? WhyNot(Person person)
        {
            if (course.AgencyId is { } own && own != person.AgencyId) return "This course is for people of the agency that gives it";
            if (!needs.TryGetValue(person, out var need)) return $"Not on the agency’s staff list on {Words.Day(run.FirstDay)}";
            var records = held[person.StaffId].ToList();
            return (framework is null ? null : OfLevels(course, run, framework, records, need)) ?? (busy[person.StaffId].FirstOrDefault()
                is { } hours ? $"Another booking is at the same time: {hours}" : null);
        }

        return people.Distinct().Select(p => (Person: p, Why: WhyNot(p))).Where(p => p.Why is not null)
            .ToDictionary(p => p.Person, p => p.Why!);
    }

    public async Task RefuseUnlessAsync(CourseRun run, Person person, CancellationToken cancel)
    {
        if ((await RunAsync(run, [person], cancel)).TryGetValue(person, out var why)) throw new Refused(why);
    }

    /// <summary>Refuses when one of these people, who are to have this run’s hours, has those of another at the same time.</summary>
    public async Task RefuseIfElsewhereAsync(
        CourseRun run, IReadOnlyCollection<Id<StaffMember>> people, string? field, CancellationToken cancel)
    {
        if (people.Count > 0 && (await BusyAsync(run, [.. people], cancel)).Count > 0)
            throw new Refused(
                "This person has a place on another date at the same time, which must be given back or marked as not attended first",
                field);
    }

    private static string? OfLevels(
        Course course, CourseRun run, Domain.Framework framework, IReadOnlyCollection<Competence.Held> records, int? need)
    {
        string Code(int number) => framework.Levels.FirstOrDefault(l => l.Number == number)?.Code ?? $"{number}";
        if (course.Prerequisite is { } asked && !Competence.Holds(framework, records, asked, run.FirstDay))
            return $"Level {Code(asked)} must be held on {Words.Day(run.FirstDay)} to take this course";
        if (course.Audience != CourseAudience.NeedsTheLevel) return null;
        var wanted = framework.Levels.Where(l => l.Number == need).SelectMany(l => Competence.Below(framework, l).Append(l)).ToList();
        var covered = course.Levels.Where(c => c.Framework == framework.Code && wanted.Exists(l => l.Number == c.LevelNumber))
            .Select(c => c.LevelNumber).ToList();
        if (covered.Count == 0) return "The job needs no level that this course leads to";
        var (lastDay, answers) = (UkClock.DayOf(run.EndsAt), covered
            .ConvertAll(level => Competence.Answering(framework, records, level, UkClock.DayOf(run.EndsAt))));
        if (!answers.TrueForAll(a => a is { } held && !(held.LastDay < lastDay.AddDays(HeldForDays + 1)))) return null;
        return answers.MaxBy(a => a!.Value.Level.Number) is { LastDay: { } last } longest
            ? $"Level {longest.Level.Code} is held already, until {Words.Day(last)}"
            : $"Level {answers[0]!.Value.Level.Code} is held already, and does not lapse";
    }

    /// <summary>What the jobs of those who are in post on the first day need; null for a job that is mapped to no level.</summary>
    private async Task<Dictionary<Person, int?>> NeedsAsync(
        CourseRun run, Domain.Framework? framework, List<Id<StaffMember>> ids, CancellationToken cancel)
    {
        var posts = Need.Posts(db, run.PartnershipId, run.FirstDay).Where(p => ids.Contains(p.StaffId));
        return await Need.Of(db, framework?.Id ?? default, posts)
            .ToDictionaryAsync(n => new Person(n.StaffId, n.AgencyId), n => n.Level, cancel);
    }

    /// <summary>The hours of other places of these people, where they meet this run’s. A turn in a queue keeps nobody busy.</summary>
    private async Task<ILookup<Id<StaffMember>, string>> BusyAsync(
        CourseRun run, List<Id<StaffMember>> ids, CancellationToken cancel)
    {
        var near = await (from booking in db.Bookings
                          where ids.Contains(booking.StaffId) && booking.RunId != run.Id
                              && (booking.State == BookingState.Booked || booking.State == BookingState.AwaitingManager
                                  || booking.State == BookingState.Attended || booking.State == BookingState.PartAttended)
                          join session in db.Set<RunSession>() on booking.RunId equals session.RunId
                          where session.StartsAt < run.EndsAt && session.EndsAt > run.StartsAt
                          orderby session.StartsAt
                          select new { booking.StaffId, Session = session }).AsNoTracking().ToListAsync(cancel);
        return near.Where(n => run.Sessions.Any(s => s.StartsAt < n.Session.EndsAt && n.Session.StartsAt < s.EndsAt))
            .ToLookup(n => n.StaffId, n => n.Session.Hours.Words());
    }
}
