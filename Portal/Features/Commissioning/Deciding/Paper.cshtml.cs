using Portal.Components;
using Portal.Features.Commissioning.Checking;
using Portal.Features.Funding;
using Portal.Security;

namespace Portal.Features.Commissioning.Deciding;

/// <summary>One page about a request for the agenda of whoever decides. Notes of those who judge are never on it.</summary>
[Allow(Permission.ReadRequests)]
public sealed class PaperModel(RequestView view, CheckOfRequest check, MeetingsToDecide meetings, FundingLedger ledger, Viewer viewer)
    : RequestPageModel(view, viewer)
{
    public IReadOnlyList<ClauseStanding> Standings { get; private set; } = [];

    /// <summary>The next meeting that could decide; null where none is planned, or the commissioner decides alone.</summary>
    public string? Meeting { get; private set; }

    /// <summary>What is free of the partnership’s money; null for those who do not read the ledger.</summary>
    public FundingLedger.View? Ledger { get; private set; }

    /// <summary>The price beside the register’s and the reference price, as its clause says it; null where no clause is about it.</summary>
    public string? Price => Standings.FirstOrDefault(s => s.Clause.Rule == ClauseRule.PriceInLine)?.Evidence;

    /// <summary>"C04, Ask and act, Level 2, in a room; from Larch Training; between 1 March 2027 and 30 June 2027."</summary>
    public string What => string.Join("; ", new[]
    {
        string.Join(", ", new[]
        {
            Details.Course ?? "A new course", Details.Level?.Words(), Asked.Mode?.Words().ToLowerInvariant(),
        }.OfType<string>()),
        $"from {Details.Provider ?? Asked.NewProvider ?? "a provider not said yet"}",
        Asked is { From: { } from, Until: { } until } ? $"between {Words.Day(from)} and {Words.Day(until)}" : null,
    }.OfType<string>()) + ".";

    /// <summary>What is free, of which sources, and what would be left.</summary>
    public string MoneyLeft(FundingLedger.View ledger) => string.Join(" ",
    [
        $"{ledger.Free} is free of {ledger.Total}" + (Asked.State != RequestState.Submitted ? "."
            : ledger.Free < Asked.Asked ? $", which is {Asked.Asked - ledger.Free} less than is asked."
            : $"; {ledger.Free - Asked.Asked} would be left."),
        .. ledger.Open.Where(s => s.Free > Money.Zero)
            .Select(s => $"{s.Name}: {s.Free}{(s.EndsOn is { } ends ? $", until {Words.Day(ends)}" : "")}."),
    ]);

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Standings = await check.RunAsync(Viewer, Asked, Details.Clauses, cancel);
        Meeting = Details.Meeting ?? (await meetings.RunAsync(Viewer, Asked, cancel)).Next;
        if (Viewer.May(Permission.ReadFunding)) Ledger = await ledger.RunAsync(Viewer, cancel);
        return true;
    }
}
