namespace Portal.Data.Audit;

/// <summary>What rows of one kind are called, so that an audit can say what a changed field pointed to. Each room names its own.</summary>
public interface INameRows
{
    /// <summary>Those of the ids that are rows of this kind, within the viewer's partnership; rows that are gone have no name.</summary>
    Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel);
}
