using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Features.Imports.Sql;

/// <summary>
/// The columns of <see cref="ImportRow"/> in the sets that SQL copies and compares, as its mapping has them: a property that is
/// added to one of its parts is in all of them.
/// </summary>
internal static class RowColumns
{
    public const string Person = "person", Job = "job", Training = "training", File = "file", Compared = "compared";

    /// <summary>What only comparing finds out about a row that was read.</summary>
    private static readonly string[] Found =
    [
        nameof(ImportRow.StaffId), nameof(ImportRow.PostId), nameof(ImportedJob.ManagerId),
        nameof(ImportRow.StaffVersion), nameof(ImportRow.PostVersion),
    ];

    /// <summary>What is said about a row, each where it is decided.</summary>
    private static readonly string[] Judged =
    [
        nameof(ImportRow.Problem), nameof(ImportRow.ManagerNote), nameof(ImportRow.Verdict), nameof(ImportRow.AddsPerson),
        nameof(ImportRow.Kept),
    ];

    /// <param name="set">
    /// "person", "job" and "training" are what a staff member, a post and a training record have of a row, by the same names there;
    /// what a person and a post were before has "Old" before the name. "file" is what reading a row gives, and "compared" that with
    /// what comparing finds; neither has what is said about a row.
    /// </param>
    public static IReadOnlyList<string> Of(IModel model, string set)
    {
        var row = model.FindEntityType(typeof(ImportRow))!;
        return set switch
        {
            Person => Part(row, nameof(ImportRow.Person)),
            Job => Part(row, nameof(ImportRow.Job)),
            Training => Part(row, nameof(ImportRow.Training)),
            File => [.. All(row).Except(Judged).Except(Found).Except(Part(row, nameof(ImportRow.PersonBefore)))
                .Except(Part(row, nameof(ImportRow.JobBefore)))],
            Compared => [.. All(row).Except(Judged)],
            _ => throw new InvalidOperationException($"There is no set of columns {set}"),
        };
    }

    private static IEnumerable<string> All(IEntityType row) => row.GetTableMappings().Single().Table.Columns.Select(c => c.Name);

    private static IReadOnlyList<string> Part(IEntityType row, string part) =>
        [.. row.FindComplexProperty(part)!.ComplexType.GetProperties().Select(p => p.GetColumnName())];
}
