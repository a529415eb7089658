using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Training;

/// <summary>Until when training that waits would count, once somebody has verified it.</summary>
public sealed class WouldCount(PortalDb db, UkClock clock)
{
    /// <param name="LastDay">Null when it does not lapse.</param>
    /// <param name="Below">Codes of the levels that must be held first, and are not.</param>
    public sealed record Answer(DateOnly? LastDay, IReadOnlyList<string> Below, DateOnly Today)
    {
        public bool HasLapsed => LastDay < Today;

        /// <summary>For whoever claims it, enters it or decides on it.</summary>
        public string Sentence => this switch
        {
            { HasLapsed: true } => $"It would have counted until {Words.Day(LastDay!.Value)}, so it has already lapsed",
            { Below.Count: > 0 } => $"{Until}, and only once {Levels} {(Below.Count == 1 ? "is" : "are")} held",
            _ => Until,
        };

        /// <summary>For whoever has just verified it.</summary>
        public string Verified => this switch
        {
            { HasLapsed: true } => $"is verified. It counted until {Words.Day(LastDay!.Value)} and has lapsed",
            { Below.Count: > 0 } => $"is verified, and counts once {Levels} {(Below.Count == 1 ? "is" : "are")} held",
            { LastDay: { } last } => $"is verified and counts from now on, until {Words.Day(last)}",
            _ => "is verified and counts from now on. It does not lapse",
        };

        private string Until => LastDay is { } last ? $"It would count until {Words.Day(last)}" : "It would count, and does not lapse";
        private string Levels => $"{(Below.Count == 1 ? "level" : "levels")} {Below.Listed()}";
    }

    /// <summary>Training of someone, as it would be judged.</summary>
    public readonly record struct Training(Id<StaffMember> StaffId, int LevelNumber, DateOnly AchievedOn, DateOnly? EndsOn);

    /// <summary>Null when no framework says how long the level lasts.</summary>
    public async Task<Answer?> RunAsync(
        Viewer viewer, Id<StaffMember> staffId, int levelNumber, DateOnly achievedOn, DateOnly? endsOn, CancellationToken cancel) =>
        (await EachAsync(viewer, [new(staffId, levelNumber, achievedOn, endsOn)], cancel))[0];

    /// <summary>The same for several, in their order.</summary>
    public async Task<IReadOnlyList<Answer?>> EachAsync(Viewer viewer, IReadOnlyList<Training> training, CancellationToken cancel)
    {
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        var people = training.Select(t => t.StaffId).Distinct().ToList();
        var held = (await db.TrainingRecords.Where(r => people.Contains(r.StaffId) && r.State == RecordState.Verified)
            .Select(r => new { r.StaffId, r.LevelNumber }).Distinct().ToListAsync(cancel)).ToLookup(r => r.StaffId, r => r.LevelNumber);
        return [.. training.Select(t => framework?.Levels.FirstOrDefault(l => l.Number == t.LevelNumber) is not { } level ? null
            : new Answer(
                Competence.LastDay(level, t.AchievedOn, t.EndsOn),
                [.. Competence.Below(framework, level).Where(l => !held[t.StaffId].Contains(l.Number)).OrderBy(l => l.Number)
                    .Select(l => l.Code)],
                clock.Today))];
    }
}
