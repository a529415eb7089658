namespace Portal.Domain;

/// <summary>
/// Someone at an agency over time: which level their jobs there need from when until when, and what they were trained in. Who works for
/// two agencies is one for each.
/// </summary>
public sealed class PersonToTrain(
    Id<Agency> agency, Id<StaffMember> staff, IReadOnlyList<PersonToTrain.Job> jobs, IReadOnlyList<PersonToTrain.Training> trained)
{
    /// <param name="From">The first day; null when the staff list gives none.</param>
    /// <param name="Until">The first day no longer in it; null while in it.</param>
    public readonly record struct Job(int Level, DateOnly? From, DateOnly? Until)
    {
        public bool IsHeldOn(DateOnly day) => !(day < From) && (Until is null || day < Until);
    }

    /// <summary>A verified record.</summary>
    /// <param name="KnownOn">The day on which it was verified.</param>
    /// <param name="Booking">The place whose attendance it is; null when it came by another way.</param>
    public readonly record struct Training(Competence.Held Held, DateOnly KnownOn, Id<Booking>? Booking);

    private readonly List<Competence.Held> held = [.. trained.Select(t => t.Held)];

    public Id<Agency> Agency { get; } = agency;
    public Id<StaffMember> Staff { get; } = staff;

    /// <summary>The highest level that the jobs held on a day need; null when none of them needs one.</summary>
    public int? NeedOn(DateOnly day)
    {
        int? most = null;
        foreach (var job in jobs)
            if (job.IsHeldOn(day) && !(most >= job.Level)) most = job.Level;
        return most;
    }

    /// <summary>
    /// The last day on which a need for <paramref name="level"/> is met by what was achieved up to a day; the day before it when it is
    /// not met then, and the last there is when it does not lapse.
    /// </summary>
    public DateOnly MetUntil(Framework framework, int level, DateOnly asAt) =>
        Competence.Answering(framework, held, level, asAt) is { } answer ? answer.LastDay ?? DateOnly.MaxValue : asAt.AddDays(-1);

    public bool IsTrainedAfter(DateOnly day) => held.Exists(h => h.AchievedOn > day);

    /// <summary>As a day knew it: jobs that had begun, nobody’s leaving told ahead, and records that were verified.</summary>
    public PersonToTrain AsKnownOn(DateOnly day) => new(Agency, Staff,
        [.. jobs.Where(j => !(j.From > day)).Select(j => j.Until > day ? j with { Until = null } : j)],
        [.. trained.Where(t => t.Held.AchievedOn <= day && t.KnownOn <= day)]);

    /// <summary>As it would have become if nobody had been trained since a day but by the places that were booked then.</summary>
    public PersonToTrain TrainedOnlyBy(DateOnly day, IReadOnlySet<Id<Booking>> booked) => new(Agency, Staff, jobs,
        [.. trained.Where(t => t.Held.AchievedOn <= day || (t.Booking is { } place && booked.Contains(place)))]);
}
