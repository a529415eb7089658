using Portal.Components.GovUk;

namespace Portal.Features.Returns.Sections;

/// <summary>What a form offers about a cost, and the price that stands in where none is typed.</summary>
public static class CostChoices
{
    public static IReadOnlyList<Choice> Vat { get; } = [.. CostLine.VatRates.Select(v => new Choice($"{v}", v == 0 ? "No VAT" : $"{v}%"))];

    /// <summary>Each kind with the price to begin with and what one of it is.</summary>
    public static IReadOnlyList<Choice> Kinds(IEnumerable<CostPrices.Price> prices) =>
        [.. prices.Select(p => new Choice(
            $"{p.Kind}", $"{p.Kind.Words()}: {(p.Amount is { } amount ? $"{amount} " : "")}for each {p.Kind.Unit()}"))];

    /// <summary>Financial years from this one to four ahead, and the one that a cost has already.</summary>
    public static IReadOnlyList<Choice> Years(DateOnly today, int own) =>
        [.. Enumerable.Range(FinancialYear.Of(today), 5).Append(own).Distinct().Order()
            .Select(y => new Choice($"{y}", FinancialYear.Words(y)))];

    /// <summary>The quantity that is used when none is typed: of what is paid for each person, the people of the action.</summary>
    public static decimal? QuantityOf(this CostKind kind, decimal? typed, int? people) =>
        typed ?? (kind.IsForEachPerson() ? people : null);

    /// <summary>The price of a kind that is used when none is typed.</summary>
    public static Money? Of(this IEnumerable<CostPrices.Price> prices, CostKind? kind) =>
        prices.FirstOrDefault(p => p.Kind == kind)?.Amount;
}
