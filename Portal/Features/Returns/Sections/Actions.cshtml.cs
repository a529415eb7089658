using Portal.Security;

namespace Portal.Features.Returns.Sections;

[Allow(Permission.ReadReturns, Permission.WriteReturns)]
public sealed class ActionsModel(ReturnView view, ActionsSection actions, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.Actions;
    public ActionsSection.Plans Plans { get; private set; } = null!;

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        Plans = await actions.RunAsync(ReturnId, cancel);
        return true;
    }
}
