using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Returns;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Planning;

[Allow(Permission.ReadFunding)]
public sealed class OptionsModel(OptionsPaper paper, Viewer viewer, UkClock clock) : LoadedPageModel<OptionsPaper.View>
{
    [BindProperty(SupportsGet = true)] public Id<TrainingPlan>? First { get; set; }
    [BindProperty(SupportsGet = true)] public Id<TrainingPlan>? Second { get; set; }
    [BindProperty(SupportsGet = true)] public Id<TrainingPlan>? Third { get; set; }
    public OptionsPaper.View Paper => Loaded;
    public DateOnly Today => clock.Today;
    public bool MayPrepare => viewer.May(Permission.DecideRequests);
    public IReadOnlyList<PlanSummary> Summaries =>
        [.. Paper.Plans.Select(p => new PlanSummary(p.Question, p.Answer!, PlanSummary.SeesFew(viewer)))];
    public IReadOnlyList<Choice> Ready => [.. Paper.Ready.Select(r => new Choice($"{r.Id}", $"{r.Reference}, {r.Name}"))];
    public IReadOnlyList<FundingForecast.Line> Forecast => Paper.Ledger.Forecast(Paper.Gap.Needs);

    public void OnGet()
    {
        if (First is not null || Second is not null || Third is not null) return;
        var shown = Paper.Plans.Select(p => (Id<TrainingPlan>?)p.Plan.Id).ToList();
        (First, Second, Third) = (shown.ElementAtOrDefault(0), shown.ElementAtOrDefault(1), shown.ElementAtOrDefault(2));
    }

    protected override async Task<OptionsPaper.View?> FindAsync(CancellationToken cancel) => await paper.RunAsync(
        viewer, [.. new[] { First, Second, Third }.OfType<Id<TrainingPlan>>()], cancel);
}
