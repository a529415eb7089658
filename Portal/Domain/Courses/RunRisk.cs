namespace Portal.Domain;

/// <summary>
/// Whether as many people are likely to come to a run as it needs: told from what became of the places on past dates of its course, with
/// the figures said.
/// </summary>
/// <param name="Fewest">With fewer it may be cancelled.</param>
/// <param name="Booked">Places that are booked now.</param>
public sealed record RunRisk(int Fewest, int Booked, RunRisk.History Past)
{
    /// <summary>From so many past dates on they say something.</summary>
    public const int FewestDates = 3;

    /// <param name="Dates">Past dates of the course.</param>
    /// <param name="Places">Places on them that were booked, or given back when that was late.</param>
    /// <param name="Lost">How many of these were given back late, or stayed empty.</param>
    public readonly record struct History(int Dates, int Places, int Lost);

    public bool IsKnown => Past is { Dates: >= FewestDates, Places: > 0 };

    /// <summary>Of those booked now; all of them while there is not enough history.</summary>
    public int Likely => Of(Booked);

    /// <summary>How many more bookings make as many likely to come as are needed; 0 when enough are.</summary>
    public int Missing => Enumerable.Range(0, CourseRun.MostPlaces).FirstOrDefault(more => Of(Booked + more) >= Fewest,
        Math.Max(0, Fewest - Booked));

    public string Words =>
        (Missing == 0 ? "Enough are booked" : $"{Domain.Words.Number(Missing)} more needed") + (IsKnown
            ? $": of {Domain.Words.Count(Past.Places, "place")} on {Past.Dates} past dates {Domain.Words.Number(Past.Lost)} "
                + $"{(Past.Lost == 1 ? "was" : "were")} cancelled late or not used, so about {Likely} of {Booked} are likely to come"
            : ": not enough history yet to say how many are likely to come");

    /// <summary>Half a person counts as lost.</summary>
    private int Of(int booked) => IsKnown ? booked - ((booked * Past.Lost * 2) + Past.Places) / (Past.Places * 2) : booked;
}
