namespace Portal.Features.Returns.OnePage;

/// <summary>The lists of the form, named as its fields are.</summary>
public enum OnePageSection { Lines, Answers, Gaps }

/// <summary>Where a row stands in the form.</summary>
/// <param name="Index">From 0.</param>
public readonly record struct OnePageRow(OnePageSection Section, int Index)
{
    public static IEnumerable<(OnePageRow At, T Row)> Of<T>(OnePageSection section, IEnumerable<T> rows) =>
        rows.Select((row, i) => (new OnePageRow(section, i), row));

    /// <summary>As its fields are named: "Gaps[0]".</summary>
    public override string ToString() => $"{Section}[{Index}]";
}
