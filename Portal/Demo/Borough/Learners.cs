using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>
/// Who can be put on a course: everyone in post whose job needs a level, and whether they hold it today. People come to what their job
/// needs, or less; whoever has attended is one who holds it, so that the register never contradicts their training.
/// </summary>
internal sealed class Learners
{
    // Fewer than these, and those who need a higher level come as well.
    private const int Few = 150;
    private const int Tries = 60;

    private readonly Dictionary<int, Learner[]> byLevel;
    private readonly Dictionary<int, Learner[]> lackingByLevel;
    private readonly Dictionary<(Id<Course>, Id<StaffMember>), DateOnly> lastOn = [];
    private readonly HashSet<string> withoutMark;
    private readonly List<Learner> sent;
    private readonly DateOnly sentFrom;
    private string? widest;

    /// <param name="Need">The level that the job needs.</param>
    /// <param name="Holds">Whether it is held today.</param>
    /// <param name="Books">Who books for people of this agency.</param>
    /// <param name="IsExemplary">Of an agency that wastes no place.</param>
    internal sealed record Learner(Post Post, Agency Agency, int Need, bool Holds, Viewer Books, bool IsExemplary);

    public Learners(
        Rows rows, IReadOnlyDictionary<string, (Id<JobRole> Id, int Level)> roles, IReadOnlyList<LevelSeed> levels,
        IReadOnlyDictionary<Id<Agency>, (Agency Agency, Viewer Books)> agencies, OffersSeed offers, DateOnly today)
    {
        var needOfRole = roles.Values.ToDictionary(r => r.Id, r => r.Level);
        var need = rows.JobTitles.Where(t => t.JobRoleId is not null).ToDictionary(t => t.Id, t => needOfRole[t.JobRoleId!.Value]);
        var inDate = rows.Records.Where(r => r.State == RecordState.Verified && Lasts(r))
            .GroupBy(r => r.StaffId).ToDictionary(r => r.Key, r => r.Max(x => x.LevelNumber));
        var all = rows.Posts.Where(p => p.IsHeldOn(today) && need.GetValueOrDefault(p.JobTitleId) > 0).Select(p => new Learner(
            p, agencies[p.AgencyId].Agency, need[p.JobTitleId], inDate.GetValueOrDefault(p.StaffId) >= need[p.JobTitleId],
            agencies[p.AgencyId].Books, offers.Exemplary.Contains(agencies[p.AgencyId].Agency.Name))).ToList();
        sent = [.. all.Where(l => l is { IsExemplary: true, Holds: true }).OrderBy(l => l.Post.StartedOn).DistinctBy(l => l.Post.AgencyId)];
        (sentFrom, widest) = (today.AddYears(-2), offers.Courses.Where(c => c.Past > 0).MaxBy(c => c.Strands.Count)?.Code);
        withoutMark = offers.Providers.Where(p => p.Marks.Count == 0).Select(p => p.Name).ToHashSet();
        byLevel = levels.ToDictionary(l => l.Number, l => OfLevel(all, l.Number));
        lackingByLevel = levels.ToDictionary(l => l.Number, l => all.Where(x => x.Need == l.Number && !x.Holds).ToArray());

        bool Lasts(TrainingRecord record) => levels.Single(l => l.Number == record.LevelNumber).RefreshMonths is not { } months
            || record.AchievedOn.AddMonths(months) >= today;
    }

    /// <summary>One who may come to a date of a course, and has not been to one within a year; null when there is nobody.</summary>
    /// <param name="lacking">Only those who do not hold the level.</param>
    public Learner? Draw(Dice dice, OfferSeed offer, CourseRun run, bool lacking = false, Func<Learner, bool>? only = null)
    {
        var from = (lacking ? lackingByLevel : byLevel)[offer.Levels.Max()];
        for (var n = 0; n < Tries && from.Length > 0; n++)
        {
            var one = dice.Pick(from);
            if (offer.For?.Contains(one.Agency.Type) == false || only?.Invoke(one) == false) continue;
            if (one.IsExemplary && withoutMark.Contains(offer.Provider)) continue;
            if (one.Post.StartedOn > UkClock.DayOf(run.OpensAt)) continue;
            if (lastOn.TryGetValue((run.CourseId, one.Post.StaffId), out var last) && run.FirstDay < last.AddYears(1)) continue;
            Remember(run, one.Post.StaffId);
            return one;
        }
        return null;
    }

    /// <summary>
    /// Agencies that waste no place reach every strand as well: each sends someone to a date of the course that covers the most.
    /// </summary>
    public IReadOnlyList<Learner> Sent(OfferSeed offer, CourseRun run)
    {
        if (offer.Code != widest || run.FirstDay < sentFrom) return [];
        widest = null;
        foreach (var one in sent) Remember(run, one.Post.StaffId);
        return sent;
    }

    public void Remember(CourseRun run, Id<StaffMember> person) => lastOn[(run.CourseId, person)] = run.FirstDay;

    /// <summary>Those who report to the same line manager.</summary>
    public IEnumerable<Learner> TeamOf(Id<StaffMember> manager) =>
        byLevel.SelectMany(l => l.Value.Where(x => x.Need == l.Key && x.Post.ManagerId == manager));

    private static Learner[] OfLevel(List<Learner> all, int level)
    {
        var own = all.Where(x => x.Need == level).ToArray();
        return own.Length < Few ? [.. own, .. all.Where(x => x.Need > level)] : own;
    }
}
