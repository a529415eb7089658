using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Support.Emptying;

internal static class EmptyingADatabase
{
    /// <summary>Table by table, because emptying few rows is quicker than new files; no key is checked meanwhile.</summary>
    public static async Task EmptyAsync(this PortalDb db)
    {
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct();
        var sql = string.Join("; ",
            ["SET session_replication_role = replica", .. tables.Select(t => $"DELETE FROM \"{t}\""), "RESET session_replication_role"]);
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
