using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;
using Portal.Demo.Borough;

namespace Portal.Demo.Aged;

/// <summary>
/// The audit of six years: who came and left, who was trained, which records were imported, what was booked and marked, who signed in and
/// who looked at whom. Each line has the words, and each change the fields, that the act itself would have written.
/// </summary>
/// <param name="leads">The training lead of each agency.</param>
internal sealed class AgedAudit(
    PortalDb db, Dice dice, Viewer system, IReadOnlyDictionary<Id<Agency>, Viewer> leads, DateTime now)
{
    private const int Batch = 20_000;

    // One person in a hundred is looked up by a training lead on a working day.
    private const int PeopleToOneLook = 100;
    private const int DaysBetweenSignIns = 7;

    private readonly DateOnly today = UkClock.DayOf(now);
    private readonly List<AuditEntry> entries = [];
    private readonly List<AuditChange> changes = [];

    public async Task WriteAsync(CancellationToken cancel)
    {
        var programme = await db.Phases.OfPartnership(system).MinAsync(p => p.StartsOn, cancel);
        await JobsAsync(programme, cancel);
        await RecordsAsync(programme, cancel);
        await BookingsAsync(programme, cancel);
        await ImportsAsync(programme, cancel);
        await LooksAsync(programme, cancel);
        await FlushAsync(cancel);
    }

    private async Task JobsAsync(DateOnly programme, CancellationToken cancel)
    {
        var posts = await db.Posts.OfPartnership(system).AsNoTracking().Where(p => p.StartedOn > programme || p.LeftOn > programme)
            .OrderBy(p => p.Id).ToListAsync(cancel);
        foreach (var post in posts)
        {
            if (post.StartedOn is { } started && started > programme)
                Note(leads[post.AgencyId], started, "Added someone to the staff list", nameof(Post), post.Id.Value,
                    (nameof(Post.AgencyId), null, $"{post.AgencyId}"), (nameof(Post.StaffId), null, $"{post.StaffId}"),
                    (nameof(Post.JobTitleId), null, $"{post.JobTitleId}"), (nameof(Post.EmployeeNumber), null, post.EmployeeNumber),
                    (nameof(Post.StartedOn), null, Day(started)), (nameof(Post.PartnershipId), null, $"{post.PartnershipId}"));
            if (post.LeftOn is { } left && left <= today)
                Note(leads[post.AgencyId], left, "Recorded that someone leaves a job", nameof(Post), post.Id.Value,
                    (nameof(Post.LeftOn), null, Day(left)));
            await FlushWhenFullAsync(cancel);
        }
    }

    /// <summary>Records that agencies typed in; those of a file are one line of their import.</summary>
    private async Task RecordsAsync(DateOnly programme, CancellationToken cancel)
    {
        var records = await db.TrainingRecords.OfPartnership(system)
            .Where(r => r.Source != RecordSource.Import && r.AchievedOn > programme)
            .Join(db.Posts, r => r.StaffId, p => p.StaffId, (r, p) => new { r, p.AgencyId }).OrderBy(x => x.r.Id).ThenBy(x => x.AgencyId)
            .Select(x => new { x.r.Id, x.r.StaffId, x.AgencyId, x.r.LevelNumber, x.r.AchievedOn, x.r.Course, x.r.State, x.r.DecidedOn })
            .ToListAsync(cancel);
        foreach (var record in records.DistinctBy(r => r.Id))
        {
            var lead = leads[record.AgencyId];
            Note(lead, record.AchievedOn.AddDays(1), "Recorded training", nameof(TrainingRecord), record.Id.Value,
                (nameof(TrainingRecord.StaffId), null, $"{record.StaffId}"), (nameof(TrainingRecord.AgencyId), null, $"{record.AgencyId}"),
                (nameof(TrainingRecord.LevelNumber), null, $"{record.LevelNumber}"),
                (nameof(TrainingRecord.AchievedOn), null, Day(record.AchievedOn)), (nameof(TrainingRecord.Course), null, record.Course),
                (nameof(TrainingRecord.State), null, nameof(RecordState.Unverified)));
            if (record.State == RecordState.Verified && record.DecidedOn is { } verified)
                Note(lead, verified, "Verified a training record", nameof(TrainingRecord), record.Id.Value,
                    (nameof(TrainingRecord.State), nameof(RecordState.Unverified), nameof(RecordState.Verified)),
                    (nameof(TrainingRecord.DecidedBy), null, $"{lead.UserId}"), (nameof(TrainingRecord.DecidedOn), null, Day(verified)));
            await FlushWhenFullAsync(cancel);
        }
    }

    private async Task BookingsAsync(DateOnly programme, CancellationToken cancel)
    {
        var bookings = await db.Bookings.OfPartnership(system).AsNoTracking().Include(b => b.Events).OrderBy(b => b.Id)
            .ToListAsync(cancel);
        foreach (var booking in bookings)
        {
            string? before = null;
            foreach (var step in booking.Events.OrderBy(e => e.At).Where(e => UkClock.DayOf(e.At) > programme))
            {
                var by = leads[booking.AgencyId];
                Note(by, UkClock.DayOf(step.At), $"{step.Step.Words()}: a place on a course", nameof(Booking), booking.Id.Value,
                    (nameof(Booking.RunId), null, before is null ? $"{booking.RunId}" : null),
                    (nameof(Booking.StaffId), null, before is null ? $"{booking.StaffId}" : null),
                    (nameof(Booking.Price), null, before is null ? $"{booking.Price}" : null),
                    (nameof(Booking.State), before, $"{step.Step}"));
                before = $"{step.Step}";
            }
            await FlushWhenFullAsync(cancel);
        }
    }

    /// <summary>Each agency sends its staff list once a month.</summary>
    private async Task ImportsAsync(DateOnly programme, CancellationToken cancel)
    {
        foreach (var (_, lead) in leads.OrderBy(l => l.Key))
            for (var day = programme.AddDays(dice.Between(1, 28)); day < today; day = day.AddMonths(1))
            {
                Note(lead, day, "Confirmed the columns of an import");
                Note(lead, day, "Agreed to apply an import");
                await FlushWhenFullAsync(cancel);
            }
    }

    private async Task LooksAsync(DateOnly programme, CancellationToken cancel)
    {
        var people = await db.Posts.CurrentOn(today).OfPartnership(system).OrderBy(p => p.Id)
            .Join(db.Staff, p => p.StaffId, s => s.Id, (p, s) => new { p.AgencyId, s.Name }).ToListAsync(cancel);
        for (var day = programme.AddWorkingDays(1); day < today; day = day.AddWorkingDays(1))
        {
            for (var n = 0; n < people.Count / PeopleToOneLook; n++)
            {
                var person = dice.Pick(people);
                Note(leads[person.AgencyId], day, $"Looked at the training record of {person.Name}");
            }
            foreach (var (n, (_, lead)) in leads.OrderBy(l => l.Key).Index())
                if ((day.DayNumber + n) % DaysBetweenSignIns == 0) Note(lead, day, "Signed in");
            await FlushWhenFullAsync(cancel);
        }
    }

    /// <param name="fields">Each with what it was and became; one that is still empty is left out.</param>
    private void Note(
        Viewer by, DateOnly day, string what, string? kind = null, Guid row = default,
        params ReadOnlySpan<(string Name, string? Old, string? New)> fields)
    {
        var at = UkClock.At(day, new(9, 0)).AddSeconds(dice.Between(0, 8 * 60 * 60));
        var entry = new AuditEntry
        {
            Id = dice.Id<AuditEntry>(), PartnershipId = system.PartnershipId, At = at < now ? at : now, UserId = by.UserId, Actor = by.Name,
            Role = by.Role, AgencyId = by.AgencyId, What = what,
        };
        entries.Add(entry);
        foreach (var (name, old, become) in fields)
            if (old != become)
                changes.Add(new()
                {
                    Id = dice.Id<AuditChange>(), EntryId = entry.Id, Entity = kind!, EntityId = row, Field = name, Old = old, New = become,
                });
    }

    private Task FlushWhenFullAsync(CancellationToken cancel) => entries.Count < Batch ? Task.CompletedTask : FlushAsync(cancel);

    private async Task FlushAsync(CancellationToken cancel)
    {
        await db.BulkInsertAsync(entries, cancel);
        await db.BulkInsertAsync(changes, cancel);
        entries.Clear();
        changes.Clear();
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
