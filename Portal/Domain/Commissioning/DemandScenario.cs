namespace Portal.Domain;

/// <summary>Assumptions about training to come under a name, to be held beside the plain forecast: "If the hospital grows".</summary>
public sealed class DemandScenario : IBelongToPartnership, IVersioned
{
    public const int LongestName = 100;

    /// <summary>More than these a partnership cannot tell apart.</summary>
    public const int Most = 50;

    public Id<DemandScenario> Id { get; init; } = Id<DemandScenario>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public string Name { get; private set; } = "";

    /// <summary>How many months ahead it looks.</summary>
    public int MonthsAhead { get; private set; }

    /// <summary>Per cent of the last 12 months.</summary>
    public int StartersPercent { get; private set; }

    /// <summary>Per cent of the last 12 months.</summary>
    public int LeaversPercent { get; private set; }

    /// <summary>Per cent of booked places; null takes what was.</summary>
    public int? AttendancePercent { get; private set; }

    /// <summary>Per cent a year.</summary>
    public int GrowthPercent { get; private set; }
    public int Version { get; private set; }

    public void Change(string name, DemandAssumptions assumed)
    {
        assumed.RefuseUnlessSound();
        Name = name;
        (MonthsAhead, StartersPercent, LeaversPercent) = (assumed.Months, assumed.Starters, assumed.Leavers);
        (AttendancePercent, GrowthPercent) = (assumed.Attendance, assumed.Growth);
    }

    public DemandAssumptions ToAssumptions() => new()
    {
        Months = MonthsAhead, Starters = StartersPercent, Leavers = LeaversPercent, Attendance = AttendancePercent, Growth = GrowthPercent,
    };
}
