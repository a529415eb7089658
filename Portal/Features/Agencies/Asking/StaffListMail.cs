using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Agencies.Asking;

/// <summary>Asks someone who leads at an agency for its staff list.</summary>
/// <param name="Day">On which they are asked.</param>
public sealed record StaffListMail(Id<Agency> AgencyId, string Agency, DateOnly? ConfirmedOn, PeopleOf.Person To, DateOnly Day)
    : Notice(To.Name, To.Email)
{
    public override string Subject => "Please bring your staff list up to date";
    public override string Key => $"staff-list/{AgencyId}/{Day:O}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences => [Sentence(Agency, ConfirmedOn), Ask];
    protected override (string, string)? Link => ("Bring it up to date", "/Imports");

    /// <summary>What an agency is told, without whom.</summary>
    public static string Sentence(string agency, DateOnly? confirmedOn) => confirmedOn is { } day
        ? $"The staff list of {agency} was last confirmed on {Words.Day(day)}, more than {Domain.Agency.StaffListFreshDays} days ago."
        : $"The staff list of {agency} has never been confirmed.";

    public const string Ask =
        "Until it is confirmed, nobody can tell how the agency stands. Please upload it, or confirm that it is complete.";
}
