using Portal.Data;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>Whose training a file of the training system does not verify: that of whoever uploaded or applied it.</summary>
internal static class OwnPeople
{
    public static async Task LayOutOwnAsync(this ImportSql sql, PortalDb db, Import import, CancellationToken cancel)
    {
        await sql.RunAsync("Own.Begin", cancel);
        var own = await db.OwnStaffAsync(import.PartnershipId, cancel, import.UploadedBy, import.AppliedBy);
        await sql.FillAsync("Own", [.. own.Select(id => new object?[] { db.KeyOf(id.Value) })], cancel);
    }
}
