namespace Portal.Features.Framework;

/// <summary>What a draft says differently from the version in force.</summary>
public static class DraftChanges
{
    public sealed record Change(string Of, string Was, string Becomes);

    public static IReadOnlyList<Change> Between(FrameworkView.Details inForce, FrameworkView.Details draft) =>
    [
        .. from role in draft.Roles
           let before = inForce.Roles.FirstOrDefault(r => r.Id == role.Id)
           where before?.Level != role.Level
           select new Change(role.Title, inForce.CodeOf(before?.Level), draft.CodeOf(role.Level)),
        .. from level in draft.Framework.Levels
           let before = inForce.Framework.Levels.FirstOrDefault(l => l.Number == level.Number)
           where before?.RefreshMonths != level.RefreshMonths
           select new Change($"How long level {level.Code} lasts", Months(before?.RefreshMonths), Months(level.RefreshMonths)),
    ];

    public static string Months(int? months) => months is { } count ? $"{count} months" : "Does not lapse";
}
