using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Planning;

[Allow(Permission.DecideRequests)]
public sealed class AskModel(PlanFacts facts, PlanView plans, AskForPlan ask, Viewer viewer) : LoadedPageModel<PlanFacts.View>
{
    /// <summary>The plan whose form is filled in again; null for a form as the data fill it.</summary>
    [FromQuery] public Id<TrainingPlan>? Again { get; set; }
    [BindProperty] public PlanForm Form { get; set; } = new();

    /// <summary>What was ticked for that plan and is there no more, in words; null where nothing is missing.</summary>
    public string? Gone { get; private set; }
    public PlanFacts.View Facts => Loaded;
    public IReadOnlyList<Choice> Levels => [.. Facts.Levels.Select(l => new Choice($"{l.Number}", $"Level {l.Code}"))];
    public IReadOnlyList<Choice> Kinds { get; } = Choice.Of<AgencyType>(t => t.Words());
    public int Below => Facts.Groups.Sum(g => g.Below);

    /// <summary>Of the level with this number.</summary>
    public string CodeOf(int level) => Facts.Levels.FirstOrDefault(l => l.Number == level)?.Code ?? $"{level}";

    public PlanFacts.Source? SourceOf(PlanForm.SourceLine line) => Facts.Sources.FirstOrDefault(s => s.Key == line.Key);

    public PlanFacts.Offer? OfferOf(PlanForm.OfferLine line) => Facts.Offers.FirstOrDefault(o => o.Id.Value == line.Key);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Form = PlanQuestions.Begin(Facts);
        if (Again is not { } plan) return Page();
        if (await plans.RunAsync(viewer, plan, cancel) is not { Typed: { } typed }) return NotFound();
        (Gone, Form) = (PlanQuestions.Gone(Facts, typed), PlanQuestions.Again(Facts, typed));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var asked = await ask.RunAsync(viewer, [new(Facts, Form)], cancel);
        TempData.Notify("The plan is being worked out");
        return RedirectToPage("Plan", new { planId = asked[0] });
    }

    protected override async Task<PlanFacts.View?> FindAsync(CancellationToken cancel) => await facts.RunAsync(viewer, cancel);
}
