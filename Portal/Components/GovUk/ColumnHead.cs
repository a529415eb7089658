using Microsoft.AspNetCore.Components;

namespace Portal.Components.GovUk;

/// <summary>What a column of a table says once for all its cells.</summary>
public sealed record ColumnHead(string Heading)
{
    /// <summary>Numbers: to the right, and beside one another where the table is stacked.</summary>
    public bool Numeric { get; init; }

    /// <summary>True where the cells explain themselves, such as a button in each row; the heading is still read aloud.</summary>
    public bool HeadingHidden { get; init; }

    /// <summary>What stands before a cell where the table is stacked: the heading when left out, nothing when empty.</summary>
    public string? Label { get; init; }

    /// <summary>Extra classes for the heading and each cell.</summary>
    public string? Class { get; init; }

    /// <summary>Where the heading leads, to sort by this column.</summary>
    public string? SortHref { get; init; }

    public SortableHeader.SortOrder Order { get; init; }

    /// <summary>Shown in place of the words, such as the scale of a drawing.</summary>
    public RenderFragment? Drawing { get; init; }

    /// <summary>What stands before a cell where the table is stacked; null for nothing.</summary>
    public string? Said => (Label ?? (HeadingHidden ? "" : Heading)) is { Length: > 0 } said ? said : null;

    public string HeaderClass => Css.Join("govuk-table__header", Numeric ? "govuk-table__header--numeric" : null, Class)!;

    /// <summary>Joined once for the column: a table asks for it in every cell.</summary>
    public string CellClass => field ??= Css.Join("govuk-table__cell", Numeric ? "govuk-table__cell--numeric" : null, Class)!;

    public string RowHeaderClass => Css.Join("govuk-table__header", Class)!;
}
