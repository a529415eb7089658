using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Commissioning.Checking;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Appealing;

[Allow(Permission.AnswerAppeals)]
public sealed class AnswerModel(RequestView view, CheckOfRequest check, AnswerAppeal answer, Viewer viewer) : RequestPageModel(view, viewer)
{
    [BindProperty, Required(ErrorMessage = "Select what you decide")] public bool? IsChanged { get; set; }
    [BindProperty] public List<Id<RequestCondition>> Lifted { get; set; } = [];
    [BindProperty, UpTo(CommissioningRequest.LongestText)] public string? Note { get; set; }
    public IReadOnlyList<ClauseStanding> Standings { get; private set; } = [];
    public RequestAppeal? Appeal => Asked.Appeal;
    public IReadOnlyList<Choice> Conditions => [.. Asked.Conditions.Where(c => c.MetOn is null).OrderBy(c => c.DueOn).ThenBy(c => c.Id)
        .Select(c => new Choice($"{c.Id}", c.What) { Hint = $"{c.Owner}, by {Words.Day(c.DueOn)}" })];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await answer.RunAsync(Viewer, RequestId, new(IsChanged!.Value, Lifted, Note), Seen, cancel);
        return Back("Answered. Everyone who asked is told");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Standings = await check.RunAsync(Viewer, Asked, Details.Clauses, cancel);
        return true;
    }
}
