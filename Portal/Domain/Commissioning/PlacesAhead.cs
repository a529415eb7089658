namespace Portal.Domain;

/// <summary>Who has a place on a date to come, at which level, and in which month: 1 is the month in hand.</summary>
public sealed class PlacesAhead(Framework framework, IEnumerable<PlacesAhead.Place> places)
{
    private readonly ILookup<Id<StaffMember>, Place> byPerson = places.ToLookup(p => p.Staff);

    public readonly record struct Place(Id<StaffMember> Staff, int Level, int Month);

    /// <summary>Whether somebody has a place by the end of a month on a course that answers a need for a level.</summary>
    public bool Serve(Id<StaffMember> staff, int need, int month) => byPerson[staff].Any(p =>
        p.Month <= month && Competence.Satisfying(framework, need).Any(l => l.Number == p.Level));
}
