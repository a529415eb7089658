namespace Portal.Domain;

/// <summary>What an edition says of skill-gap assessments, their cost and its funding: plain, and without blame.</summary>
public static class ReturnSentences
{
    /// <summary>
    /// How long after the meeting a return that is missing is asked for, in working days: when the minutes go to members.
    /// </summary>
    private const int WorkingDaysToReturn = 10;

    /// <summary>"Of 24 agencies asked for a skill-gap assessment, 20 have returned the one due last, 18 on time."</summary>
    public static string Returned(EditionReturns returns) =>
        $"Of {Words.Count(returns.Asked, "agency", "agencies")} asked for a skill-gap assessment, "
            + $"{returns.Returned} {(returns.Returned == 1 ? "has" : "have")} returned the one due last, {returns.OnTime} on time."
        + (returns.NotDue == 0 ? "" : $" From {returns.NotDue} it is not due yet.");

    /// <summary>How one agency's return stands.</summary>
    public static string Standing(ReturnEntry entry) => entry.Timeliness switch
    {
        Timeliness.NotReturned => $"It has not provided its skill-gap assessment, due {Words.Day(entry.DueOn)}.",
        Timeliness.NotDue => $"Its skill-gap assessment is due on {Words.Day(entry.DueOn)}.",
        Timeliness.OnTime =>
            $"Its skill-gap assessment for {entry.Cycle} was returned on {Words.Day(entry.SentOn!.Value)}, on time{Hands(entry)}.",
        Timeliness.Late =>
            $"Its skill-gap assessment for {entry.Cycle}, due {Words.Day(entry.DueOn)}, was returned on "
                + $"{Words.Day(entry.SentOn!.Value)}{Hands(entry)}.",
    };

    /// <summary>What an agency's gap is and what closing it costs, by the newest return that it has signed.</summary>
    /// <param name="entry">Where its return stands: when that is another one, it is said which one the figures are of.</param>
    public static string Cost(AgencyCost cost, ReturnEntry? entry = null) =>
        (cost.SignedOn is { } day && day != entry?.SignedOn
            ? $"The newest that its executive lead has signed, {cost.Cycle} on {Words.Day(day)}, reports" : "It reports")
        + (cost.Gap == 0
            ? " no gap."
            : $" that {Words.Number(cost.Gap)} of {Words.Number(cost.People)} staff do not hold the level their job needs.")
        + (cost.Cost == Money.Zero ? ""
            : " Closing the gap costs "
                + $"{cost.Cost}{(cost.Asked == Money.Zero ? "" : $", of which it seeks {cost.Asked} from the Partnership")}.");

    /// <summary>The board asks for each return that is missing, and considers how to pay for what it is asked.</summary>
    public static IEnumerable<Recommendation> Recommendations(EditionReturns? returns, EditionCosts? costs, DateOnly meetingOn)
    {
        var (missing, by) = (returns?.Missing ?? [], Words.Day(meetingOn.AddWorkingDays(WorkingDaysToReturn)));
        if (missing is [var one])
            yield return new(Recommendation.OfReturns, $"{one.Agency} has not provided its skill-gap assessment, due "
                + $"{Words.Day(one.DueOn)}. The Chair asks the agency’s executive lead for a return by {by}.");
        else if (missing.Count > 1)
            yield return new(Recommendation.OfReturns,
                $"{Words.Count(missing.Count, "agency", "agencies")} have not provided their skill-gap assessment: "
                + $"{missing.Select(m => $"{m.Agency} (due {Words.Day(m.DueOn)})").Listed()}. The Chair asks the agencies’ executive leads "
                + $"for a return by {by}.");
        if (costs is not null && costs.Asked + costs.NoSource > Money.Zero)
            yield return new(Recommendation.OfCosts,
                "The Partnership is asked to consider how the training that is needed is paid for, under its resolution 8: "
                + $"{Needed(costs)}.");
    }

    /// <summary>The financial implications. What ends and what boards are asked for are said where the edition has their tables.</summary>
    public static IReadOnlyList<string> Financial(EditionCosts costs, DateOnly cutOff)
    {
        List<string> sentences =
            [$"The cost to close identified gaps is {costs.Total}, of which {costs.Funded} is funded by agencies themselves or from "
                + "elsewhere."];
        if (costs.Asked + costs.NoSource > Money.Zero) sentences.Add($"Of the rest, {Needed(costs)}.");
        sentences.Add(costs.Ledger.Count == 0
            ? "The Partnership has no source of funding."
            : $"The Partnership has {costs.Ledger.Sum(l => l.Free)} free of {costs.Ledger.Sum(l => l.Amount)}.");
        if (costs.Years is not null && costs.Ending(cutOff) is var ending && ending > Money.Zero)
            sentences.Add($"{ending} of what is free ends by {Words.Day(cutOff.AddDays(EndingSoon.Days))}.");
        if (costs.AskedOfBoards > Money.Zero) sentences.Add($"Boards have been asked for {costs.AskedOfBoards} and have not answered.");
        if (costs.Shortfall > Money.Zero) sentences.Add($"{costs.Shortfall} would still have to be found.");
        if (costs.Ledger.Count > 0 && costs.Ledger.Max(l => l.EndsOn ?? DateOnly.MaxValue) is var last && last < DateOnly.MaxValue)
            sentences.Add($"There is no identified source beyond {Words.Day(last)}.");
        if (costs.Signed < costs.InScope)
            sentences.Add(
                $"The cost at {Words.Count(costs.InScope - costs.Signed, "agency", "agencies")} without a signed return is unknown.");
        return sentences;
    }

    private static string Needed(EditionCosts costs) => string.Join(" and ", new[]
    {
        costs.Asked == Money.Zero ? null : $"{costs.Asked} is asked of the Partnership",
        costs.NoSource == Money.Zero ? null : $"{costs.NoSource} has no source yet",
    }.OfType<string>());

    private static string Hands(ReturnEntry entry) =>
        entry.AcceptedOn is { } accepted ? $", and accepted on {Words.Day(accepted)}"
            : entry.SignedOn is null ? "; the executive lead has not signed it yet"
            : "";
}
