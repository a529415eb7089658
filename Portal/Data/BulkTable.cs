using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Data;

/// <summary>A table as the model knows it: each column with how to read its stored value from an object.</summary>
internal sealed record BulkTable(string Name, IReadOnlyList<BulkTable.Column> Columns)
{
    /// <param name="StoreType">The database's name for the type, without length or precision.</param>
    /// <param name="Read">The value as it is stored, after the model's converter; null for none.</param>
    public sealed record Column(string Name, string StoreType, Func<object, object?> Read);

    public string InsertSql => $"INSERT INTO {Name} ({ColumnNames}) VALUES ({string.Join(", ", Columns.Select(_ => "?"))})";
    public string CopySql => $"COPY {Name} ({ColumnNames}) FROM STDIN (FORMAT BINARY)";
    private string ColumnNames => string.Join(", ", Columns.Select(c => c.Name));

    /// <param name="only">The columns to write, by name; all when null.</param>
    public static BulkTable Of(DbContext db, Type type, string? into, IReadOnlyCollection<string>? only)
    {
        var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not stored");
        var table = entity.GetTableMappings().Single().Table;
        var sql = db.GetService<ISqlGenerationHelper>();
        var columns = table.Columns.Where(c => c.ComputedColumnSql is null && only?.Contains(c.Name) != false)
            .Select(c => Map(entity, c, sql)).ToList();
        return new BulkTable(into is null ? sql.DelimitIdentifier(table.Name, table.Schema) : sql.DelimitIdentifier(into), columns);
    }

    private static Column Map(IEntityType entity, IColumn column, ISqlGenerationHelper sql)
    {
        var mapping = column.PropertyMappings.FirstOrDefault(m => m.Property.DeclaringType.ContainingEntityType == entity
            && CanRead(entity, m.Property))
            ?? throw new InvalidOperationException($"{entity.DisplayName()} has no property for the column {column.Name}");
        return new(sql.DelimitIdentifier(column.Name), mapping.TypeMapping.StoreTypeNameBase, Reader(entity, mapping));
    }

    private static bool CanRead(IEntityType entity, IProperty property) =>
        !property.IsShadowProperty() || property == entity.FindDiscriminatorProperty();

    private static Func<object, object?> Reader(IEntityType entity, IColumnMapping mapping)
    {
        if (mapping.Property == entity.FindDiscriminatorProperty()) return _ => entity.GetDiscriminatorValue();
        var getter = mapping.Property.GetGetter();
        return mapping.TypeMapping.Converter is { } converter
            ? row => converter.ConvertToProvider(getter.GetClrValueUsingContainingEntity(row))
            : row => getter.GetClrValueUsingContainingEntity(row);
    }
}
