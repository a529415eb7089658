namespace Portal.Features.Courses.Statements;

/// <summary>Counts of people in words; to a reader who may not see the results of every agency, none of fewer than five.</summary>
public static class PeopleCovered
{
    /// <summary>Whether the viewer sees counts of fewer than five across the partnership.</summary>
    public static bool SeesSmallCounts(this Viewer viewer) => viewer.Reach(Permission.ReadResults) == Reach.Partnership;

    public static bool MayBeSaid(int count) => count >= Standard.SmallNumber;

    /// <summary>"12 of 30"; where so few are not said, "under 5 of 30", "all but a few of 30" or "few in scope".</summary>
    /// <param name="small">Whether counts of fewer than five are said.</param>
    public static string Words(int count, int people, bool small)
    {
        if (small) return $"{Domain.Words.Number(count)} of {Domain.Words.Number(people)}";
        if (!MayBeSaid(people)) return "few in scope";
        if (!MayBeSaid(count)) return $"under {Standard.SmallNumber} of {Domain.Words.Number(people)}";
        return count < people && !MayBeSaid(people - count) ? $"all but a few of {Domain.Words.Number(people)}"
            : $"{Domain.Words.Number(count)} of {Domain.Words.Number(people)}";
    }

    /// <summary>One count of people: "12", or "under 5".</summary>
    public static string Words(int count, bool small) =>
        small || MayBeSaid(count) ? Domain.Words.Number(count) : $"under {Standard.SmallNumber}";
}
