using Microsoft.AspNetCore.Rewrite;

namespace Portal.Web;

/// <summary>
/// What pages were called before returns, cycles, the ledger and the borough's gap had rooms of their own: these
/// addresses stand in messages that people have kept, and lead on for good. A form that was open is sent on as it is.
/// </summary>
public static class MovedAddresses
{
    // The first that fits is taken, so the whole room comes last.
    private static readonly (string From, string To)[] Moves =
    [
        ("Assessments/BoroughFile", "BoroughGap/File"), ("Assessments/Borough", "BoroughGap"), ("Assessments/Cycles", "Cycles"),
        ("Assessments/Funding", "Funding"), ("Assessments", "Returns"),
    ];

    public static IApplicationBuilder UseMovedAddresses(this IApplicationBuilder app) => app.UseRewriter(Moves
        .Aggregate(
            new RewriteOptions(),
            (options, move) => options.AddRedirect($"^(?i:{move.From})(/.*)?$", $"{move.To}$1", StatusCodes.Status308PermanentRedirect))
        .AddRedirect(
            "^(?i:Agencies)/([0-9a-fA-F-]{36})/(?i:Roster)$", "Agencies/$1/ConfirmStaffList", StatusCodes.Status308PermanentRedirect));
}
