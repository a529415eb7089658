namespace Portal.Features.Returns.Sections;

/// <summary>A page of one section of a return: not found by a colleague with whom the section is not shared.</summary>
public abstract class SectionPageModel(ReturnView view, Viewer viewer) : ReturnPageModel(view, viewer)
{
    protected abstract ReturnSection Section { get; }
    public bool MayWrite => Return.MayWrite(Section);

    protected sealed override async Task<bool> PrepareAsync(CancellationToken cancel) =>
        (Return.InHand.Contains(Section) || Viewer.May(Permission.ReadReturns, Return.Return.AgencyId)) && await ShowAsync(cancel);

    /// <summary>Loads what else the page shows; false answers 404.</summary>
    protected virtual Task<bool> ShowAsync(CancellationToken cancel) => Task.FromResult(true);
}
