using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Returns.Sections;

[Allow(Permission.WriteReturns)]
public sealed class RemoveActionModel(
    ReturnView view, ActionsSection actions, RemoveAction remove, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.Actions;
    [FromRoute] public Id<GapAction> ActionId { get; set; }
    public ActionsSection.Row Row { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await remove.RunAsync(Viewer, ReturnId, ActionId, cancel);
        return To("Actions", "Action removed");
    }

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if ((await actions.RunAsync(ReturnId, cancel)).Actions.FirstOrDefault(a => a.Action.Id == ActionId) is not { } row) return false;
        Row = row;
        return true;
    }
}
