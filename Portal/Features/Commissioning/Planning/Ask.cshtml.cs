using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Planning;

[Allow(Permission.DecideRequests)]
public sealed class AskModel(PlanFacts facts, AskForPlan ask, Viewer viewer) : LoadedPageModel<PlanFacts.View>
{
    [BindProperty] public PlanForm Form { get; set; } = new();
    public PlanFacts.View Facts => Loaded;
    public IReadOnlyList<Choice> Levels => [.. Facts.Levels.Select(l => new Choice($"{l.Number}", $"Level {l.Code}"))];
    public IReadOnlyList<Choice> Kinds { get; } = Choice.Of<AgencyType>(t => t.Words());
    public int Below => Facts.Groups.Sum(g => g.Below);

    /// <summary>Of the level with this number.</summary>
    public string CodeOf(int level) => Facts.Levels.FirstOrDefault(l => l.Number == level)?.Code ?? $"{level}";

    public PlanFacts.Source? SourceOf(PlanForm.SourceLine line) => Facts.Sources.FirstOrDefault(s => s.Key == line.Key);

    public PlanFacts.Offer? OfferOf(PlanForm.OfferLine line) => Facts.Offers.FirstOrDefault(o => o.Id.Value == line.Key);

    public void OnGet() => Form = PlanQuestions.Begin(Facts);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var plans = await ask.RunAsync(viewer, [(Form.Name!, PlanQuestions.Of(Facts, Form))], cancel);
        TempData.Notify("The plan is being worked out");
        return RedirectToPage("Plan", new { planId = plans[0] });
    }

    protected override async Task<PlanFacts.View?> FindAsync(CancellationToken cancel) => await facts.RunAsync(viewer, cancel);
}
