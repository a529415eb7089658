namespace Portal.Features.Framework;

/// <summary>What a draft says differently from the version in force.</summary>
public static class DraftChanges
{
    public sealed record Change(string Of, string Was, string Becomes);

    public static IReadOnlyList<Change> Between(FrameworkView.Details inForce, FrameworkView.Details draft) =>
    [
        .. from role in draft.Roles
           let before = inForce.Roles.FirstOrDefault(r => r.Id == role.Id)
           where before is null || before.Level != role.Level
           select new Change(role.Title, before is null ? "Not in the framework" : inForce.CodeOf(before.Level), draft.CodeOf(role.Level)),
        .. from role in draft.Without(inForce) select new Change(role.Title, inForce.CodeOf(role.Level), "Retired"),
        .. from level in draft.Framework.Levels
           let before = inForce.Framework.Levels.FirstOrDefault(l => l.Number == level.Number)
           from change in Of(before, level)
           where change.Was != change.Becomes
           select change,
    ];

    public static string Months(int? months) => months is { } count ? $"{count} months" : "Does not lapse";

    public static string Hours(decimal? hours) => hours is { } count ? $"{count:0.#} hours" : "Not said";

    /// <summary>By when whoever starts must hold it.</summary>
    public static string Due(int months) => months == 0 ? "On the first day" : $"Within {Words.Count(months, "month")}";

    private static IEnumerable<Change> Of(Level? before, Level level) =>
    [
        new($"Name of level {level.Code}", before?.Title ?? "", level.Title),
        new($"What level {level.Code} is for", before?.Description ?? "", level.Description),
        new($"Least training of level {level.Code}", Hours(before?.MinimumHours), Hours(level.MinimumHours)),
        new($"How long level {level.Code} lasts", Months(before?.RefreshMonths), Months(level.RefreshMonths)),
        new($"When a starter needs level {level.Code}", before is null ? "" : Due(before.DueMonths), Due(level.DueMonths)),
    ];
}
