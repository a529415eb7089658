using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Commissioning.Planning;

/// <summary>What the form of a plan asks.</summary>
public sealed class PlanForm
{
    [Required(ErrorMessage = "Enter a name for the plan"), UpTo(TrainingPlan.LongestName)] public string? Name { get; set; }
    [Required(ErrorMessage = "Enter how many months"), Display(Name = "Months")] public int? Months { get; set; }
    public List<SourceLine> Sources { get; set; } = [];

    /// <summary>Money that the ledger does not know.</summary>
    [Display(Name = "Amount")] public Money? OtherAmount { get; set; }
    [Display(Name = "Last day")] public DateOnly? OtherEndsOn { get; set; }
    public int? OtherLevel { get; set; }
    public AgencyType? OtherType { get; set; }
    public List<OfferLine> Offers { get; set; } = [];

    /// <summary>The level that people are trained to teach; null for no such course.</summary>
    public int? TrainersLevel { get; set; }
    [Display(Name = "Price of the course")] public Money? TrainersCost { get; set; }
    [Display(Name = "Places")] public int? TrainersPlaces { get; set; }
    [Display(Name = "Months")] public int? TrainersDelay { get; set; }
    [Display(Name = "Dates a month")] public int? RunsAMonth { get; set; }
    [Display(Name = "Share")] public int? CriticalPercent { get; set; }
    [Display(Name = "Share")] public int? AgencyPercent { get; set; }
    [Required(ErrorMessage = "Enter as how many people one counts"), Display(Name = "This")] public int? CriticalWeight { get; set; }
    [Display(Name = "Cost of an hour")] public Money? Hourly { get; set; }
    public bool PaysRelease { get; set; }

    /// <summary>Money that the ledger knows.</summary>
    public sealed class SourceLine
    {
        public Guid Key { get; set; }
        public bool Use { get; set; }
        public int? Level { get; set; }
        public AgencyType? Type { get; set; }
    }

    /// <summary>A course of the catalogue.</summary>
    public sealed class OfferLine
    {
        public Guid Key { get; set; }
        public bool Use { get; set; }
        [Display(Name = "Price of a place")] public Money? Price { get; set; }
        [Display(Name = "Price of a date")] public Money? PerRun { get; set; }
        [Display(Name = "Places")] public int? Capacity { get; set; }
    }
}
