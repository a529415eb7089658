using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Demo.Borough;
using Portal.Features.Courses.Evaluations;
using Portal.Features.Courses.Places;
using Portal.Features.Staff.Training;

namespace Portal.Demo.Aged;

/// <summary>
/// Messages of six years, all sent: of each place that it was booked, a reminder and two questions about it, and of each training three
/// reminders that it lapses. What the acts wrote is sent as well. The housekeeping then removes the text of the old ones.
/// </summary>
internal sealed class AgedMail(PortalDb db, Dice dice, Viewer system, DateTime now)
{
    private const int Batch = 20_000;
    private static readonly int[] RemindedDaysBefore = [90, 30, 0];

    private readonly DateTime kept = now.AddDays(-91);
    private readonly List<OutboxMail> rows = [];

    public async Task WriteAsync(CancellationToken cancel)
    {
        await SendAsync(cancel);
        await BookingsAsync(cancel);
        await TrainingAsync(cancel);
        await FlushAsync(cancel);
    }

    /// <summary>What the acts have written, as if it had been sent when it was.</summary>
    private Task<int> SendAsync(CancellationToken cancel) => db.Outbox.OfPartnership(system).Where(m => m.State == MailState.Queued)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.Attempts, 1)
            .SetProperty(m => m.SentAt, m => m.QueuedAt).SetProperty(m => m.TryingSince, m => m.QueuedAt), cancel);

    private async Task BookingsAsync(CancellationToken cancel)
    {
        var bookings = await (
            from booking in db.Bookings.OfPartnership(system)
            join run in db.CourseRuns on booking.RunId equals run.Id
            join person in db.Staff on booking.StaffId equals person.Id
            orderby booking.Id
            select new { booking.Id, run.OpensAt, run.StartsAt, run.EndsAt, person.Name, person.Email }).ToListAsync(cancel);
        foreach (var booking in bookings)
        {
            if (booking.Email is not { } address) continue;
            void Write(string kind, string key, string subject, DateTime at) => Add(kind, key, subject, address, booking.Name, at);
            Write(nameof(BookedMail), $"booking/{booking.Id}/1/booked/{address}", "Your place on a course", booking.OpensAt.AddDays(3));
            Write(nameof(BookingReminderMail), $"booking/{booking.Id}/1/reminder/{address}", "Your course next week",
                booking.StartsAt.AddDays(-7));
            Write(nameof(EvaluationMail), $"evaluation/{booking.Id}/{EvaluationMoment.After}", "How was your course?",
                booking.EndsAt.AddDays(1));
            Write(nameof(EvaluationMail), $"evaluation/{booking.Id}/{EvaluationMoment.FollowUp}", "What do you do differently?",
                booking.EndsAt.AddMonths(3));
            if (rows.Count > Batch) await FlushAsync(cancel);
        }
    }

    private async Task TrainingAsync(CancellationToken cancel)
    {
        var months = (await db.FrameworkInForceAsync(system.PartnershipId, UkClock.DayOf(now), cancel))!.Levels
            .Where(l => l.RefreshMonths != null).ToDictionary(l => l.Number, l => l.RefreshMonths!.Value);
        var records = await (
            from record in db.TrainingRecords.OfPartnership(system)
            join person in db.Staff on record.StaffId equals person.Id
            orderby record.Id
            select new { record.StaffId, record.LevelNumber, record.AchievedOn, person.Name, person.Email }).ToListAsync(cancel);
        foreach (var record in records.DistinctBy(r => (r.StaffId, r.LevelNumber, r.AchievedOn)))
        {
            if (record.Email is not { } address || !months.TryGetValue(record.LevelNumber, out var lasts)) continue;
            var last = record.AchievedOn.AddMonths(lasts);
            foreach (var before in RemindedDaysBefore)
                Add(nameof(TrainingLapsesMail), $"training-lapses/{record.StaffId}/{record.LevelNumber}/{last:O}/{before}",
                    "Your training lapses soon", address, record.Name, UkClock.At(last.AddDays(-before), new(7, 25)));
            if (rows.Count > Batch) await FlushAsync(cancel);
        }
    }

    /// <summary>One that would be of a day to come is not written yet.</summary>
    private void Add(string kind, string key, string subject, string address, string name, DateTime at)
    {
        if (at >= now) return;
        var text = at < kept ? "" : $"Dear {name},\n\n{subject}. Sign in to the training portal to see more.\n";
        var mail = new OutboxMail
        {
            Id = dice.Id<OutboxMail>(), PartnershipId = system.PartnershipId, Kind = kind, Key = key, ToAddress = address, ToName = name,
            Subject = subject, Text = text, Html = text.Length == 0 ? "" : $"<p>{text.ReplaceLineEndings("</p><p>")}</p>", QueuedAt = at,
            NextAttemptAt = at,
        };
        mail.Claim(at);
        mail.Sent(at.AddSeconds(dice.Between(1, 10)));
        rows.Add(mail);
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        await db.BulkInsertAsync(rows, cancel);
        rows.Clear();
    }
}
