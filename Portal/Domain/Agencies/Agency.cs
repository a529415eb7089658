namespace Portal.Domain;

/// <summary>Why the agency follows the standards: a duty in law, or by agreement with the partnership.</summary>
public enum Duty { Statutory, Agreed }

/// <summary>A cohort of agencies that begin together. No agency is measured before its phase begins.</summary>
public sealed class Phase : IBelongToPartnership
{
    public Id<Phase> Id { get; init; } = Id<Phase>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required int Number { get; init; }
    public required DateOnly StartsOn { get; set; }
}

/// <summary>An organisation that follows the training standards.</summary>
public sealed class Agency : IBelongToPartnership, IVersioned
{
    private readonly List<StaffListConfirmation> confirmations = [];

    public Id<Agency> Id { get; init; } = Id<Agency>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Name { get; set; }
    public required AgencyType Type { get; set; }
    public required Duty Duty { get; set; }
    public required Id<Phase> PhaseId { get; set; }

    /// <summary>The first day after it closed or merged; null while open.</summary>
    public DateOnly? ClosedOn { get; private set; }
    public Id<Agency>? MergedIntoId { get; private set; }

    /// <summary>The day its staff list was last confirmed complete; null when it never was.</summary>
    public DateOnly? StaffListConfirmedOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>What was said of the staff list and when; those of this unit of work unless they were asked for.</summary>
    public IReadOnlyList<StaffListConfirmation> Confirmations => confirmations;

    /// <summary>For how many days a confirmed staff list is believed.</summary>
    public const int StaffListFreshDays = 90;

    public bool IsOpenOn(DateOnly day) => ClosedOn is null || day < ClosedOn;

    /// <summary>The last day for which a confirmation on a day is believed.</summary>
    public static DateOnly StaffListFreshUntil(DateOnly confirmedOn) => confirmedOn.AddDays(StaffListFreshDays);

    /// <summary>Whether the last confirmation of the staff list still says something about a day.</summary>
    public bool HasFreshStaffListOn(DateOnly day) => StaffListConfirmedOn is { } on && StaffListFreshUntil(on) >= day;

    /// <param name="day">As on which the list is complete.</param>
    /// <param name="saidOn">When this is said, if that is not the same day.</param>
    public void ConfirmStaffList(DateOnly day, DateOnly? saidOn = null)
    {
        RefuseIfClosed();
        Confirmed(day, saidOn ?? day);
    }

    /// <summary>The confirmation by an import that is undone no longer holds.</summary>
    public void RestoreStaffListConfirmation(DateOnly? before, DateOnly today) => Confirmed(before, today);

    private void Confirmed(DateOnly? day, DateOnly saidOn)
    {
        StaffListConfirmedOn = day;
        confirmations.Add(new() { PartnershipId = PartnershipId, AgencyId = Id, SaidOn = saidOn, ConfirmedOn = day });
    }

    public void Close(DateOnly today)
    {
        RefuseIfClosed();
        ClosedOn = today;
    }

    /// <summary>Closes this agency and says which one carries its work on. Its history stays where it is.</summary>
    public void MergeInto(Agency other, DateOnly today)
    {
        if (other.Id == Id) throw new Refused("An agency cannot merge into itself", "IntoId");
        if (!other.IsOpenOn(today)) throw new Refused($"{other.Name} is closed. Choose an agency that is open", "IntoId");
        Close(today);
        MergedIntoId = other.Id;
    }

    /// <summary>For how many days it can be opened again.</summary>
    public const int ReopenDays = 30;

    /// <summary>The last day on which what closed on a day can be opened again.</summary>
    public static DateOnly LastDayToReopen(DateOnly closedOn) => closedOn.AddDays(ReopenDays);

    public bool MayReopenOn(DateOnly day) => ClosedOn is { } closed && day <= LastDayToReopen(closed);

    /// <summary>It was closed or merged in error. Refused when it is open, or was closed too long ago.</summary>
    public void Reopen(DateOnly today)
    {
        if (ClosedOn is null) throw new Refused($"{Name} is open");
        if (!MayReopenOn(today))
            throw new Refused($"{Name} closed more than {ReopenDays} days ago. Add it as a new agency, so that both stay to be read");
        (ClosedOn, MergedIntoId) = (null, null);
    }

    private void RefuseIfClosed()
    {
        if (ClosedOn is not null) throw new Refused($"{Name} is already closed");
    }
}

public static class AgencyWords
{
    public static string Words(this Duty duty) => duty switch
    {
        Duty.Statutory => "Statutory duty",
        Duty.Agreed => "By agreement",
    };
}
