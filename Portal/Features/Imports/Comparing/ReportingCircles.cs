using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Leaves out the managers who would have people report to each other in a circle. Who reports to whom once the file is applied is
/// laid out in a table, and peeled from both ends, those whom nobody reports to and those who report to nobody, until only
/// circles are left.
/// </summary>
internal static class ReportingCircles
{
    /// <summary>Each peel takes a step off both ends: a line of people this much deeper than any organisation is left out too.</summary>
    private const int MostPeels = 100;

    /// <summary>How many rows have lost their manager.</summary>
    public static async Task<int> LeaveOutAsync(ImportSql sql, CancellationToken cancel)
    {
        await sql.RunAsync("Circles.LayOut", cancel);
        for (var peel = 0; peel < MostPeels && await PeelAsync(sql, cancel) > 0; peel++) { }
        var found = await sql.RunAsync("Circles.LeaveOut", cancel);
        await sql.DropAsync(cancel, "ReportingTo");
        return found;
    }

    private static async Task<int> PeelAsync(ImportSql sql, CancellationToken cancel) =>
        await sql.RunAsync("Circles.PeelTop", cancel) + await sql.RunAsync("Circles.PeelBottom", cancel);
}
