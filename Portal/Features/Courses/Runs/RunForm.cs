using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;
using Portal.Features.Courses.Organising;

namespace Portal.Features.Courses.Runs;

/// <summary>The questions about a date, in the order in which they are asked. Days that are booked from and until are whole days.</summary>
public sealed class RunForm
{
    public List<SessionForm> Sessions { get; set; } = [new()];
    public Id<Venue>? VenueId { get; set; }
    [Display(Name = "Places"), Required(ErrorMessage = "Enter how many places there are")] public int? MaxPlaces { get; set; }
    [Display(Name = "Fewest people"), Required(ErrorMessage = "Enter the fewest people")] public int? MinPlaces { get; set; }
    [Display(Name = "The day on which booking opens"), Required(ErrorMessage = "Enter the day on which booking opens")]
    public DateOnly? OpensAt { get; set; }
    [Display(Name = "The last day to book"), Required(ErrorMessage = "Enter the last day to book")] public DateOnly? ClosesAt { get; set; }
    public bool ManagerApproves { get; set; }
    [Display(Name = "Working days"), Required(ErrorMessage = "Enter how many working days")] public int? CancelWorkingDays { get; set; }
    [Display(Name = "The fee for cancelling late")] public Money? LateFee { get; set; }
    [Display(Name = "The fee for not coming")] public Money? NoShowFee { get; set; }
    public List<KeptForm> Allocations { get; set; } = [];
    [Display(Name = "The day on which kept places become anyone’s")] public DateOnly? ReleaseOn { get; set; }
    [UpTo(2000)] public string? JoiningInstructions { get; set; }
    public List<Id<User>> Trainers { get; set; } = [];

    /// <summary>One session; left empty it is none.</summary>
    public sealed class SessionForm : IValidatableObject
    {
        [Display(Name = "The day of the session")] public DateOnly? Day { get; set; }
        [Display(Name = "The beginning")] public TimeOnly? Starts { get; set; }
        [Display(Name = "The end")] public TimeOnly? Ends { get; set; }
        internal bool IsEmpty => Day is null && Starts is null && Ends is null;

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (IsEmpty) yield break;
            if (Day is null) yield return new("Enter the day of the session", [nameof(Day)]);
            if (Starts is null) yield return new("Enter when it begins, for example 10:00", [nameof(Starts)]);
            if (Ends is null) yield return new("Enter when it ends, for example 16:00", [nameof(Ends)]);
        }
    }

    /// <summary>Places kept for one agency; without one it is none.</summary>
    public sealed class KeptForm : IValidatableObject
    {
        public Id<Agency>? AgencyId { get; set; }
        [Display(Name = "Places kept")] public int? Places { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (AgencyId is null && Places > 0) yield return new("Select the agency that they are kept for", [nameof(AgencyId)]);
        }
    }

    /// <summary>What a new date begins with.</summary>
    /// <param name="day">Of the first session, where the address names one.</param>
    /// <param name="places">How many, where the address says it.</param>
    public static RunForm New(DateOnly today, DateOnly? day = null, int? places = null) => new()
    {
        Sessions = [new() { Day = day }], MaxPlaces = places, OpensAt = today, CancelWorkingDays = 5, Allocations = [new()],
    };

    public static RunForm Of(RunView.Details run) => new()
    {
        Sessions = [.. run.Sessions.Select(s => new SessionForm { Day = s.Day, Starts = s.Starts, Ends = s.Ends })],
        VenueId = run.Terms.VenueId, MaxPlaces = run.Terms.MaxPlaces, MinPlaces = run.Terms.MinPlaces,
        OpensAt = UkClock.DayOf(run.Terms.OpensAt),
        // Until midnight, or until it begins.
        ClosesAt = run.Terms.ClosesAt == run.StartsAt ? run.Day : UkClock.DayOf(run.Terms.ClosesAt.AddTicks(-1)),
        ManagerApproves = run.Terms.ManagerApproves, CancelWorkingDays = run.Terms.CancelWorkingDays, LateFee = run.Terms.LateFee,
        NoShowFee = run.Terms.NoShowFee, ReleaseOn = run.Terms.ReleaseOn, JoiningInstructions = run.Terms.JoiningInstructions,
        Allocations = [.. run.Kept.Select(k => new KeptForm { AgencyId = k.AgencyId, Places = k.Places }), new()],
        Trainers = [.. run.Trainers.Select(t => t.Id)],
    };

    public PlanRun.Entry Entry()
    {
        var sessions = Sessions.Where(s => !s.IsEmpty).Select(s => new CourseRun.Hours(s.Day!.Value, s.Starts!.Value, s.Ends!.Value))
            .ToList();
        var terms = new CourseRun.Terms(VenueId, MinPlaces!.Value, MaxPlaces!.Value, UkClock.StartOf(OpensAt!.Value), Closing(sessions),
            CancelWorkingDays!.Value, LateFee ?? Money.Zero, NoShowFee ?? Money.Zero, ManagerApproves, ReleaseOn, JoiningInstructions);
        return new(terms, sessions, Allocations.Where(a => a.AgencyId is not null).GroupBy(a => a.AgencyId!.Value)
            .ToDictionary(a => a.Key, a => a.Max(k => k.Places ?? 0)), Trainers);
    }

    /// <summary>On the day of the first session, booking closes when it begins.</summary>
    private DateTime Closing(List<CourseRun.Hours> sessions)
    {
        var last = ClosesAt!.Value;
        return sessions.Count > 0 && sessions.MinBy(s => s.StartsAt) is var first && first.Day == last ? first.StartsAt
            : UkClock.StartOf(last == DateOnly.MaxValue ? last : last.AddDays(1));
    }
}
