using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Checking;

[Allow(Permission.DecideRequests)]
public sealed class CheckModel(RequestView view, CheckOfRequest check, FindingsOf findings, JudgeClause judge, Viewer viewer)
    : RequestPageModel(view, viewer)
{
    [BindProperty, Required(ErrorMessage = "Select a clause")] public string? Clause { get; set; }
    [BindProperty, Required(ErrorMessage = "Select whether it is met")] public bool? IsMet { get; set; }
    [BindProperty, UpTo(ClauseFinding.LongestNote)] public string? Note { get; set; }
    public IReadOnlyList<ClauseStanding> Standings { get; private set; } = [];
    public IReadOnlyList<ClauseFinding> Findings { get; private set; } = [];
    public bool MayJudge => Asked.State == RequestState.Submitted;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await judge.RunAsync(Viewer, RequestId, new(Clause!, IsMet!.Value, Note), cancel);
        TempData.Notify("Judged");
        return RedirectToPage(new { RequestId });
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Standings = await check.RunAsync(Viewer, Asked, Details.Clauses, cancel);
        Findings = await findings.RunAsync(Viewer, RequestId, cancel);
        return true;
    }
}
