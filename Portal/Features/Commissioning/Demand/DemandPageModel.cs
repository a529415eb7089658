using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Commissioning.Demand.Scenarios;
using Portal.Web;

namespace Portal.Features.Commissioning.Demand;

/// <summary>
/// A page about the demand for training, of the part of the partnership, the level and the scenario that its address names. One that is no
/// longer there is as good as none.
/// </summary>
public abstract class DemandPageModel(TrainingDemand demand, ScenarioList scenarios, Viewer viewer) : LoadedPageModel
{
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }
    [BindProperty(SupportsGet = true)] public AgencyType? Type { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Agency>? Agency { get; set; }
    [BindProperty(SupportsGet = true)] public Id<DemandScenario>? Scenario { get; set; }

    /// <summary>Null while no framework is in force.</summary>
    public DemandFigures? Figures { get; private set; }
    public IReadOnlyList<DemandScenario> Scenarios { get; private set; } = [];

    /// <summary>The scenario that is open; null for the plain forecast.</summary>
    public DemandScenario? Open { get; private set; }
    public DemandAssumptions Assumed => Open?.ToAssumptions() ?? DemandAssumptions.Usual;
    public DemandFigures.Part Part => new(Type, Agency);

    /// <summary>The level that is shown: the one chosen, or the one that needs most places at the end.</summary>
    public Level Shown => Figures!.Levels.FirstOrDefault(l => l.Number == Level)
        ?? Figures.Levels.MaxBy(l => LinesOf(l, DemandAssumptions.Usual)[^1].Needed)!;
    public bool MayWrite => viewer.May(Permission.WriteRequests);
    public bool MayDecide => viewer.May(Permission.DecideRequests);
    public bool MayPlan => viewer.May(Permission.RunCourses);
    protected Viewer Viewer => viewer;

    public IReadOnlyList<DemandForecast.Line> LinesOf(Level level, DemandAssumptions assumed) =>
        DemandForecast.Of(Figures!.Of(level.Number, Part), assumed, Figures.AsAt);

    public Chosen Chosen => new(Request)
    {
        { "Type", Type?.Words() }, { "Agency", Figures?.Agencies.FirstOrDefault(a => a.Id == Agency)?.Name },
    };

    public IReadOnlyList<Choice> Agencies => [.. Figures!.Agencies.Select(a => new Choice($"{a.Id}", a.Name))];
    public IReadOnlyList<Choice> Types => [.. Figures!.Types.Select(t => new Choice($"{t}", t.Words()))];

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Figures = await demand.RunAsync(viewer, cancel) is { Levels.Count: > 0 } found ? found : null;
        if (Figures?.Agencies.All(a => a.Id != Agency) == true) Agency = null;
        Scenarios = await scenarios.RunAsync(viewer, cancel);
        Open = Scenarios.FirstOrDefault(s => s.Id == Scenario);
        return true;
    }
}
