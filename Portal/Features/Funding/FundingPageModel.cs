using Portal.Components.GovUk;
using Portal.Features.Returns;
using Portal.Web;

namespace Portal.Features.Funding;

/// <summary>A page about the ledger, which it has read before any handler runs.</summary>
public abstract class FundingPageModel(FundingLedger ledger, Viewer viewer) : LoadedPageModel
{
    public FundingLedger.View Ledger { get; private set; } = null!;
    public bool MayEdit => viewer.May(Permission.EditFunding);
    protected Viewer Viewer => viewer;
    public IReadOnlyList<Choice> Sources => Ledger.ToPromise;

    protected sealed override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Ledger = await ledger.RunAsync(viewer, cancel);
        return await PrepareAsync(cancel);
    }

    /// <summary>Loads what else the page shows; false answers 404.</summary>
    protected virtual Task<bool> PrepareAsync(CancellationToken cancel) => Task.FromResult(true);
}
