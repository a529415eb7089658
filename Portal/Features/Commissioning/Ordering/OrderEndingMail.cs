using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>To commissioners: an order ends, and money of it is not spent. Said once for each of 90, 60 and 30 days before.</summary>
/// <param name="DaysBefore">Which of these it is.</param>
public sealed record OrderEndingMail(PeopleOf.Person To, OrdersEnding.Row Ending, int DaysBefore) : Notice(To.Name, To.Email)
{
    public override string Subject => "An order that ends soon";
    public override string Key =>
        $"commissioning/{Ending.RequestId}/OrderEnding/{Ending.Reference}/{DaysBefore}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Ending.Unspent} of {Ending.Reference}, {Ending.Title}, is not spent. "
            + (Ending.Source is { } source ? $"It is paid from {source}, which cannot be spent after {Words.Day(Ending.Until)}"
                : $"It was to be given by {Words.Day(Ending.Until)}")
            + $", which is no more than {DaysBefore} days away. What will not be given can be set free.",
    ];
    protected override (string, string)? Link => ("Open the order", Ending.Page);
}
