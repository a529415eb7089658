using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Commissioning.Checking;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Deciding;

[Allow(Permission.DecideRequests)]
public sealed class DecideModel(
    RequestView view, CheckOfRequest check, MeetingsToDecide meetings, DecideRequest decide, Viewer viewer) : RequestPageModel(view, viewer)
{
    /// <summary>How many conditions the form has room for.</summary>
    private const int Rows = 3;

    [BindProperty, Required(ErrorMessage = "Select what was decided")] public bool? Approve { get; set; }
    [BindProperty] public Id<Meeting>? MeetingId { get; set; }
    [BindProperty] public int? Members { get; set; }
    [BindProperty] public int? Agencies { get; set; }
    [BindProperty, UpTo(1000)] public string? Interests { get; set; }
    [BindProperty, UpTo(CommissioningRequest.LongestText)] public string? Note { get; set; }
    [BindProperty] public List<ConditionLine> Conditions { get; set; } = [];
    public IReadOnlyList<ClauseStanding> Standings { get; private set; } = [];
    public MeetingsToDecide.Found Meetings { get; private set; } = null!;
    public bool NeedsMeeting => Asked.Route.Body() is not null;

    /// <summary>One condition as it is typed; a line that is left empty is none.</summary>
    public sealed record ConditionLine
    {
        [UpTo(500, What = "The condition")] public string? What { get; set; }
        [UpTo(150, What = "The office")] public string? Owner { get; set; }
        [Display(Name = "Day")] public DateOnly? DueOn { get; set; }
        public bool IsBegun => What is not null || Owner is not null || DueOn is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        foreach (var (index, line) in Conditions.Index().Where(l => l.Item.IsBegun))
        {
            if (Approve == false) ModelState.AddModelError($"Conditions[{index}].What", "A request that is declined has no conditions");
            if (line.What is null) ModelState.AddModelError($"Conditions[{index}].What", "Enter the condition");
            if (line.DueOn < Details.Today)
                ModelState.AddModelError($"Conditions[{index}].DueOn", "The day of a condition must be today or in the future");
            if (line.Owner is null) ModelState.AddModelError($"Conditions[{index}].Owner", "Enter the office that answers for it");
            if (line.DueOn is null) ModelState.AddModelError($"Conditions[{index}].DueOn", "Enter the day by which it is met");
        }
        this.StopIfInvalid();
        await decide.RunAsync(Viewer, RequestId, new(Approve!.Value, Note, MeetingId, Members, Agencies, Interests,
            [.. Conditions.Where(c => c.What is not null)
                .Select(c => new CommissioningRequest.Condition(c.What!, c.Owner!, c.DueOn!.Value))]), Seen, cancel);
        return Back("Recorded. Everyone who asked is told");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        while (Conditions.Count < Rows) Conditions.Add(new());
        Standings = await check.RunAsync(Viewer, Asked, Details.Clauses, cancel);
        Meetings = await meetings.RunAsync(Viewer, Asked, cancel);
        return true;
    }
}
