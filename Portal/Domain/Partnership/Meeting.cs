namespace Portal.Domain;

/// <summary>
/// A meeting of a body on a day in London. Dates are irregular, so reports follow this calendar and never fixed quarter ends.
/// </summary>
public sealed class Meeting : IBelongToPartnership, IVersioned
{
    public Id<Meeting> Id { get; init; } = Id<Meeting>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Body> BodyId { get; init; }
    public required DateOnly Day { get; set; }
    public required TimeOnly Starts { get; set; }
    public string? Place { get; set; }
    public DateOnly? CancelledOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>The last day for which a meeting can be planned.</summary>
    public static DateOnly Latest(DateOnly today) => today.AddYears(2);

    /// <summary>Refuses a day on which no meeting can be planned: one that is over, or more than two years ahead.</summary>
    public static void RefuseUnlessAhead(DateOnly day, DateOnly today)
    {
        if (day < today) throw new Refused("Date of the meeting must be today or in the future", nameof(Day));
        if (day > Latest(today)) throw new Refused("Date of the meeting must be within the next two years", nameof(Day));
    }

    public void Cancel(DateOnly today)
    {
        RefuseIfOver(today);
        CancelledOn = today;
    }

    public void Move(DateOnly day, TimeOnly starts, string? place, DateOnly today)
    {
        RefuseIfOver(today);
        if (day != Day) RefuseUnlessAhead(day, today);
        (Day, Starts, Place) = (day, starts, place);
    }

    private void RefuseIfOver(DateOnly today)
    {
        if (CancelledOn is not null) throw new Refused("This meeting is already cancelled. Add a new one instead");
        if (Day < today) throw new Refused("This meeting has already taken place");
    }
}
