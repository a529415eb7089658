using System.Text.Json.Serialization;

namespace Portal.Domain;

/// <summary>
/// The skill-gap assessments of the agencies in scope, as they stood at the end of the cut-off day: in the
/// cycle that counted for each.
/// </summary>
/// <param name="Asked">Agencies that were asked for one.</param>
/// <param name="Returned">Of these, those that sent it, in time or late.</param>
/// <param name="Missing">Those that did not, though it was due.</param>
public sealed record EditionReturns(int Asked, int Returned, int OnTime, int NotDue, IReadOnlyList<MissingReturn> Missing);

public sealed record MissingReturn(Guid AgencyId, string Agency, DateOnly DueOn);

/// <summary>One agency's return as the edition saw it; a day that came after the cut-off is not in it.</summary>
public sealed record ReturnEntry(
    string Cycle, DateOnly DueOn, DateOnly? SentOn, DateOnly? SignedOn, DateOnly? AcceptedOn, Timeliness Timeliness);

/// <summary>What closing the gaps costs, from the newest return that each agency had signed by the cut-off day.</summary>
/// <param name="Signed">Agencies with such a return; the cost at the others is unknown.</param>
/// <param name="Levels">Costs that belong to no level are in the total only.</param>
/// <param name="Funded">What agencies pay themselves, or have from elsewhere.</param>
/// <param name="Asked">What is asked of the partnership.</param>
/// <param name="Years">What is needed year by year, of which <c>Shortfall</c> is the sum; null in editions that did not say.</param>
/// <param name="Boards">Contributions asked of boards that had not answered; null in the same editions.</param>
/// <param name="Unknown">The agencies without such a return, by name; null in editions that did not name them.</param>
public sealed record EditionCosts(
    int Signed, int InScope, IReadOnlyList<LevelCost> Levels, IReadOnlyList<AgencyCost> Agencies, Money Total, Money Funded, Money Asked,
    Money NoSource,
    IReadOnlyList<FundingLine> Ledger, Money Shortfall, IReadOnlyList<string>? Unknown = null,
    IReadOnlyList<FundingForecast.Line>? Years = null, IReadOnlyList<BoardAsked>? Boards = null)
{
    /// <summary>What sources that were open on the cut-off day are worth.</summary>
    [JsonIgnore]
    public Money Secured => Ledger.Select(l => l.Amount).Sum();

    [JsonIgnore]
    public Money Committed => Ledger.Select(l => l.Committed).Sum();

    /// <summary>What is asked of boards that had not answered.</summary>
    [JsonIgnore]
    public Money AskedOfBoards => (Boards ?? []).Select(b => b.Asked).Sum();

    /// <summary>What is free of sources that end within <see cref="EndingSoon.Days"/> days of the cut-off.</summary>
    public Money Ending(DateOnly cutOff) =>
        Ledger.Where(l => l.EndsOn <= cutOff.AddDays(EndingSoon.Days)).Select(l => l.Free).Sum();

    /// <summary>Money in short, each sum of what the tables show; empty in editions that did not say it.</summary>
    /// <param name="requests">What requests that waited for a decision asked of the partnership.</param>
    public IReadOnlyList<MoneyLine> InShort(DateOnly cutOff, Money requests) => Years is null ? [] :
    [
        new("Secured: sources open on the day", Secured),
        new("Of it, committed", Committed),
        new("Of it, free", Secured - Committed),
        new($"Free, and ending by {Words.Day(cutOff.AddDays(EndingSoon.Days))}", Ending(cutOff)),
        new("Asked of boards that have not answered", AskedOfBoards),
        new("Cost of closing the gaps", Total),
        new("Of it, paid by agencies themselves or from elsewhere", Funded),
        new("Of it, asked of the Partnership", Asked),
        new("Of it, without a source", NoSource),
        new("Asked in requests to commission that wait for a decision", requests),
        new("Still to be found for the gaps", Shortfall),
    ];
}

/// <summary>One sum of money and what it is.</summary>
public sealed record MoneyLine(string What, Money Amount);

/// <summary>A contribution asked of a board that had not answered on the cut-off day.</summary>
public sealed record BoardAsked(string Board, Money Asked, DateOnly AskedOn);

/// <param name="Gap">People who do not hold the level their job needs.</param>
public sealed record LevelCost(string Code, int People, int Gap, Money Cost);

/// <param name="Cycle">Of the return that the figures are of; null in editions that did not say.</param>
/// <param name="SignedOn">When that return was signed; null in the same editions.</param>
public sealed record AgencyCost(
    Guid AgencyId, string Agency, int People, int Gap, Money Cost, Money Asked, Money NoSource, string? Cycle = null,
    DateOnly? SignedOn = null);

/// <summary>A source of funding that was open on the cut-off day.</summary>
/// <param name="EndsOn">The last day on which it can be spent; null when it does not end.</param>
public sealed record FundingLine(string Name, Money Amount, Money Committed, DateOnly? EndsOn)
{
    [JsonIgnore]
    public Money Free => Amount - Committed;
}
