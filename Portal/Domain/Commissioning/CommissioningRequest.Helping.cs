namespace Portal.Domain;

// How the parts of a request are shared out to colleagues.
public sealed partial class CommissioningRequest
{
    private readonly List<RequestHelper> helpers = [];

    /// <summary>Colleagues of its agency who write parts of it.</summary>
    public IReadOnlyList<RequestHelper> Helpers => helpers;

    /// <summary>The parts that are shared out to somebody.</summary>
    public IReadOnlyList<RequestPart> PartsOf(Id<User>? colleague) =>
        [.. helpers.Where(h => h.UserId == colleague).Select(h => h.Part).Order()];

    /// <summary>Says which parts a colleague writes; none takes them all back. What they have written stays.</summary>
    /// <param name="name">What the colleague is called, for its history.</param>
    public void ShareOut(Viewer viewer, Id<User> colleague, string name, IReadOnlyCollection<RequestPart> parts, DateTime now)
    {
        RefuseUnlessWritten();
        var had = PartsOf(colleague);
        helpers.RemoveAll(h => h.UserId == colleague && !parts.Contains(h.Part));
        helpers.AddRange(parts.Distinct().Except(had).Select(p => new RequestHelper { RequestId = Id, Part = p, UserId = colleague }));
        Note(RequestStep.SharedOut, viewer, now,
            parts.Count == 0 ? $"No longer with {name}" : $"{parts.Distinct().Order().Select(p => $"“{p.Words()}”").Listed()} with {name}");
    }
}

/// <summary>A part of a request that a colleague at its agency may write in.</summary>
public sealed class RequestHelper
{
    public Id<RequestHelper> Id { get; init; } = Id<RequestHelper>.New();
    public required Id<CommissioningRequest> RequestId { get; init; }
    public required RequestPart Part { get; init; }
    public required Id<User> UserId { get; init; }
}
