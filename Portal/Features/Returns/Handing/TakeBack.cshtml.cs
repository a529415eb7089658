using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Returns.Handing;

[Allow(Permission.ShareReturns)]
public sealed class TakeBackModel(ReturnView view, TakeBackReturn takeBack, Viewer viewer) : ReturnPageModel(view, viewer)
{
    public bool MayTakeBack => Return.Return.State == ReturnState.AwaitingSignature;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await takeBack.RunAsync(Viewer, ReturnId, Seen, cancel);
        return To("/Returns/Return", "Taken back. You can change it, and send it again");
    }
}
