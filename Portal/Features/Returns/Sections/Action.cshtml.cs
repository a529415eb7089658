using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Sections;

/// <summary>Adds an action, or changes the one named in the address.</summary>
[Allow(Permission.WriteReturns)]
public sealed class ActionModel(ReturnView view, ActionsSection actions, SaveAction save, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.Actions;
    [FromRoute] public Id<GapAction>? ActionId { get; set; }
    [BindProperty] public List<Id<GapLine>> Gaps { get; set; } = [];
    [BindProperty, Required(ErrorMessage = "Select how the gap is to be closed")] public ActionRoute? Route { get; set; }
    [BindProperty, UpTo(500, What = "Action")] public string? What { get; set; }
    [BindProperty, UpTo(100)] public string? Owner { get; set; }
    [BindProperty, Display(Name = "Date")] public DateOnly? DueOn { get; set; }
    [BindProperty, Display(Name = "People")] public int? People { get; set; }
    public ActionsSection.Plans Plans { get; private set; } = null!;
    public IReadOnlyList<Choice> Choices => [.. Plans.Gaps.Select(g => new Choice(
        g.Line.Id.ToString(),
        $"{g.Job}, level {Return.Framework.Level(g.Line.LevelNumber!.Value).Code}")
        {
            Hint = $"A gap of {Words.Count(g.Line.ToClose, "person", "people")}"
        })];

    public void OnGet()
    {
        if (Plans.Actions.FirstOrDefault(a => a.Action.Id == ActionId) is { Action: var action })
            (Seen, Gaps, Route, What, Owner, DueOn,
                People) = (action.Version, [.. action.Gaps.Select(g => g.LineId)], action.Route, action.What, action.Owner, action.DueOn,
                    action.People);
        else if (Plans.Open.Count > 0)
        {
            // The open gaps of the lowest level: what most returns plan first.
            var first = Plans.Open.Where(g => g.Line.LevelNumber == Plans.Open.Min(x => x.Line.LevelNumber)).ToList();
            (Gaps, People) = ([.. first.Select(g => g.Line.Id)], first.Sum(g => g.Line.ToClose));
            if (first[0].Line.LevelNumber == 1) Route = ActionRoute.ELearning;
        }
        // Whoever answers for one action mostly answers for the next.
        if (ActionId is null && Plans.Actions is [.., { Action: var last }]) (Owner, DueOn) = (last.Owner, last.DueOn);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(Viewer, ReturnId, ActionId, new(Route!.Value, What, Owner, DueOn, People, Gaps), Seen, cancel);
        return To("Actions", "Action saved");
    }

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        Plans = await actions.RunAsync(ReturnId, cancel);
        return ActionId is null || Plans.Actions.Any(a => a.Action.Id == ActionId);
    }
}
