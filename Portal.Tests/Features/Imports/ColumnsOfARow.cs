using Microsoft.EntityFrameworkCore;
using Portal.Features.Imports.Sql;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>
/// What is added to a part of a row is kept, compared, copied and put back, because the lists in the SQL come from the mapping.
/// </summary>
public sealed class ColumnsOfARow : InASmallBorough
{
    private IReadOnlyList<string> Set(string name)
    {
        using var db = Database.Open();
        return RowColumns.Of(db.Model, name);
    }

    private IReadOnlyList<string> ColumnsOf<T>()
    {
        using var db = Database.Open();
        return [.. db.Model.FindEntityType(typeof(T))!.GetTableMappings().Single().Table.Columns.Select(c => c.Name)];
    }

    [Fact]
    public void Every_column_is_read_found_or_said()
    {
        string[] said = ["Problem", "ManagerNote", "Verdict", "AddsPerson", "Kept"];
        Assert.Equal(ColumnsOf<ImportRow>().Order(StringComparer.Ordinal),
            Set(RowColumns.Compared).Concat(said).Order(StringComparer.Ordinal));
        string[] found = ["StaffId", "PostId", "ManagerId", "StaffVersion", "PostVersion"];
        var before = Set(RowColumns.Person).Concat(Set(RowColumns.Job)).Select(c => $"Old{c}");
        Assert.Equal(Set(RowColumns.Compared).Order(StringComparer.Ordinal),
            Set(RowColumns.File).Concat(found).Concat(before).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_part_has_the_columns_of_what_it_becomes()
    {
        Assert.Subset(ColumnsOf<StaffMember>().ToHashSet(), Set(RowColumns.Person).ToHashSet());
        Assert.Subset(ColumnsOf<Post>().ToHashSet(), Set(RowColumns.Job).ToHashSet());
        Assert.Subset(ColumnsOf<TrainingRecord>().ToHashSet(), Set(RowColumns.Training).ToHashSet());
    }

    [Fact]
    public void Every_column_of_a_file_has_a_name_and_a_kind_of_file() =>
        Assert.All(Enum.GetValues<ImportField>(), field =>
        {
            var kinds = Enum.GetValues<ImportKind>().Where(k => ImportFields.Of(k).Contains(field)).ToList();
            Assert.NotEmpty(kinds);
            Assert.All(kinds, kind => Assert.Equal(field, ImportFields.Named(kind, field.Words())));
        });
}
