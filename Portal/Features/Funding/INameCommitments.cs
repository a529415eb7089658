namespace Portal.Features.Funding;

/// <summary>What a commitment is for, as the room says that looks after it.</summary>
/// <param name="What">"order TO-0003".</param>
/// <param name="Href">Its page.</param>
/// <param name="HowToRelease">How its money is set free there, in a sentence.</param>
public sealed record CommitmentFor(string What, string Href, string HowToRelease);

/// <summary>
/// A room below that promises money of the ledger says what each of its commitments is for. The ledger knows none of them.
/// </summary>
public interface INameCommitments
{
    /// <summary>Those of them that are this room’s.</summary>
    Task<IReadOnlyDictionary<Id<FundingCommitment>, CommitmentFor>> RunAsync(
        Viewer viewer, IReadOnlyCollection<Id<FundingCommitment>> commitments, CancellationToken cancel);
}

internal static class NamedCommitments
{
    public static async Task<IReadOnlyDictionary<Id<FundingCommitment>, CommitmentFor>> FindAsync(this IEnumerable<INameCommitments> rooms,
        Viewer viewer, IReadOnlyCollection<Id<FundingCommitment>> commitments, CancellationToken cancel)
    {
        Dictionary<Id<FundingCommitment>, CommitmentFor> found = [];
        if (commitments.Count == 0) return found;
        foreach (var room in rooms)
            foreach (var (id, purpose) in await room.RunAsync(viewer, commitments, cancel)) found[id] = purpose;
        return found;
    }
}
