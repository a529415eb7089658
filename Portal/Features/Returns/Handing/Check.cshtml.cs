using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Handing;

[Allow(Permission.ReadReturns)]
public sealed class CheckModel(
    ReturnView view, ReturnSummary summary, ReturnCheck check, WhoSigns signs, SendReturn send, Viewer viewer)
    : ReturnPageModel(view, viewer)
{
    [BindProperty, UpTo(ReviewComment.Longest)] public string? Answer { get; set; }
    public WhoSigns.Found Signing { get; private set; } = null!;
    public ReturnSummary.Figures Summary { get; private set; } = null!;
    public IReadOnlyList<ReturnCheck.Finding> Findings { get; private set; } = [];
    public bool MaySend => Return.Return.MayBeWritten && Viewer.May(Permission.ShareReturns, Return.Return.AgencyId);
    public bool IsReady => Findings.All(f => !f.Stops);

    /// <summary>Where it is put right; null when that is somebody else’s to do.</summary>
    public string? Href(ReturnCheck.Finding finding) =>
        finding.Needs is { } needed && !Viewer.May(needed, Return.Return.AgencyId) ? null
        : finding.Page.StartsWith('~') ? Url.Content(finding.Page)
        : Url.Page($"/Returns/Sections/{finding.Page}", new { ReturnId });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        return To("/Returns/Return", await send.RunAsync(Viewer, ReturnId, Answer, Seen, cancel)
            ? "Sent. The executive lead has been asked to sign"
            : "Sent, but nobody is executive lead of your agency, so nobody has been asked to sign. Ask the commissioner to fill the post");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        (Findings, Summary) = (await check.RunAsync(ReturnId, cancel), await summary.RunAsync(Return, cancel));
        Signing = await signs.RunAsync(Viewer, Return.Return, cancel);
        return true;
    }
}
