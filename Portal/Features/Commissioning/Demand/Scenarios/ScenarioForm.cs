using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Commissioning.Demand.Scenarios;

/// <summary>The questions about a scenario: a name, and each assumption.</summary>
public sealed class ScenarioForm
{
    [Required(ErrorMessage = "Enter a name"), UpTo(DemandScenario.LongestName)] public string? Name { get; set; }
    [Display(Name = "Months ahead"), Required(ErrorMessage = "Enter how many months ahead")] public int? Months { get; set; }
    [Display(Name = "Starters"), Required(ErrorMessage = "Enter how many will start")] public int? Starters { get; set; }
    [Display(Name = "Leavers"), Required(ErrorMessage = "Enter how many will leave")] public int? Leavers { get; set; }
    [Display(Name = "Places used")] public int? Attendance { get; set; }
    [Display(Name = "Growth"), Required(ErrorMessage = "Enter the growth, 0 for none")] public int? Growth { get; set; }

    /// <summary>What a new one begins with: the plain forecast.</summary>
    public static ScenarioForm New() => Of(null, DemandAssumptions.Usual);

    public static ScenarioForm Of(DemandScenario scenario) => Of(scenario.Name, scenario.ToAssumptions());

    public DemandAssumptions Entry() => new()
    {
        Months = Months!.Value, Starters = Starters!.Value, Leavers = Leavers!.Value, Attendance = Attendance, Growth = Growth!.Value,
    };

    private static ScenarioForm Of(string? name, DemandAssumptions assumed) => new()
    {
        Name = name, Months = assumed.Months, Starters = assumed.Starters, Leavers = assumed.Leavers, Attendance = assumed.Attendance,
        Growth = assumed.Growth,
    };
}
