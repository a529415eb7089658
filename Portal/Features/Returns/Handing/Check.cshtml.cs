using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Returns.Handing;

[Allow(Permission.ReadReturns)]
public sealed class CheckModel(
    ReturnView view, ReturnSummary summary, ReturnCheck check, SendReturn send, Viewer viewer) : ReturnPageModel(view, viewer)
{
    public ReturnSummary.Figures Summary { get; private set; } = null!;
    public IReadOnlyList<ReturnCheck.Finding> Findings { get; private set; } = [];
    public bool MaySend => Return.Return.MayBeWritten && Viewer.May(Permission.ShareReturns, Return.Return.AgencyId);
    public bool IsReady => Findings.All(f => !f.Stops);

    public string Href(ReturnCheck.Finding finding) => finding.Page.StartsWith('~')
        ? Url.Content(finding.Page)
        : Url.Page($"/Returns/Sections/{finding.Page}", new { ReturnId })!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        return To("/Returns/Return", await send.RunAsync(Viewer, ReturnId, Seen, cancel)
            ? "Sent. The executive lead has been asked to sign"
            : "Sent, but nobody is executive lead of your agency, so nobody has been asked to sign. Ask the commissioner to fill the post");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        (Findings, Summary) = (await check.RunAsync(ReturnId, cancel), await summary.RunAsync(Return, cancel));
        return true;
    }
}
