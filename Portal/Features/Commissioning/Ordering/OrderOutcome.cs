using Portal.Features.Courses.Statements;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>What came of an order, beside what its request promised.</summary>
/// <param name="Places">That it is for, of those asked for.</param>
/// <param name="PlacesUsed">Places of its dates on which somebody came, to all or a part of it.</param>
/// <param name="Below">
/// People below the level when the request was sent; null where it is not known, the reader may not know, or the order is for a part.
/// </param>
/// <param name="Reached">People with a verified record from its dates at the level asked for, or above.</param>
/// <param name="Spent">On dates that were held; null for those who do not read the request in full.</param>
public sealed record OrderOutcome(int Places, int PlacesUsed, int? Below, int Reached, Money? Spent)
{
    /// <summary>What each place that was used has cost so far; null while none was, or nothing is spent.</summary>
    public Money? EachPlace => Each(PlacesUsed);

    /// <summary>What each person who reached the level has cost so far; null while nobody has, or nothing is spent.</summary>
    public Money? EachPerson => Each(Reached);

    /// <summary>The same for everyone who finds the request.</summary>
    public OrderOutcome ForAll => this with { Below = null, Spent = null };

    /// <summary>"12"; to those who do not read the request in full, "Under 5" where it is.</summary>
    public string Said(int count) => Words.Capital(PeopleCovered.Words(count, small: Spent is not null));

    private Money? Each(int many) => many == 0 || Spent is not { Pence: > 0 } spent ? null : spent.Times(1m / many);
}
