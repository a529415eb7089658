namespace Portal.Features.Returns;

/// <summary>How pages speak of a gap.</summary>
public static class GapWords
{
    /// <summary>"3 people of 81 do not hold the level their job needs"; without "of 81" where that is said elsewhere.</summary>
    public static string Lacking(int gap, int? of = null) => gap == 0
        ? "Everyone whose job needs a level holds it"
        : $"{Words.Count(gap, "person", "people")}{(of is { } all ? $" of {Words.Number(all)}" : "")} "
            + $"{(gap == 1 ? "does" : "do")} not hold the level their job needs";
}
