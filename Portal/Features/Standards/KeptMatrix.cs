using Portal.Features.Hubs;

namespace Portal.Features.Standards;

/// <summary>Under what the rows of the matrix, and the pages drawn from them, are kept in <see cref="KeptAnswers"/>.</summary>
public static class KeptMatrix
{
    /// <param name="Columns">The standards shown, by version and level.</param>
    public sealed record Rows(Id<Partnership> PartnershipId, DateOnly Day, string Columns);

    /// <param name="Role">Which says all that the viewer may see and do here.</param>
    /// <param name="Address">Path and query: the filter, the order, and what links of the page lead back to.</param>
    public sealed record Page(Id<Partnership> PartnershipId, Role Role, DateOnly Today, string Address);

    /// <summary>Standings and flags change in an evaluation alone, and a published framework never.</summary>
    /// <param name="Standards">Versions of those in force, and how many there are.</param>
    /// <param name="Agencies">Versions of all, and how many there are.</param>
    public sealed record Sign(Id<Domain.Framework>? FrameworkId, Id<Evaluation>? EvaluationId, long Standards, long Agencies);
}
