using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Funding;

/// <summary>To commissioners: a source ends, and money of it is free. Said once for each of 90, 60 and 30 days before.</summary>
/// <param name="DaysBefore">Which of these it is.</param>
public sealed record FundingEndingMail(
    PeopleOf.Person To, Id<FundingSource> Source, string Name, Money Free, DateOnly EndsOn, int DaysBefore) : Notice(To.Name, To.Email)
{
    public override string Subject => "Money that ends soon";
    public override string Key => $"funding/{Source}/Ending/{EndsOn:O}/{DaysBefore}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Free} of “{Name}” is not committed, and cannot be spent after {Words.Day(EndsOn)}, which is no more than {DaysBefore} days "
            + "away.",
    ];
    protected override (string, string)? Link => ("Open the funding ledger", "/Funding");
}
