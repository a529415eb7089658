using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Admin.Inviting;

/// <summary>
/// Tells a commissioner that a training lead has named a deputy: the two can verify what the other enters, so a third person knows of it.
/// </summary>
/// <param name="Until">", until 31 December 2026", or nothing.</param>
/// <param name="On">The day on which it was done.</param>
public sealed record DeputyNamedMail(
    Id<Agency> AgencyId, string Agency, Id<StaffMember> DeputyId, string Deputy, string By, string Until, DateOnly On, PeopleOf.Person To)
    : Notice(To.Name, To.Email)
{
    public override string Subject => "A deputy has been named";
    public override string Key => $"deputy-named/{AgencyId}/{DeputyId}/{On:O}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{By} has named {Deputy} as deputy training lead of {Agency}{Until}. A deputy can do all that a training lead does, and verify "
            + "what that lead has entered.",
        "If this is not right, end the role.",
    ];
    protected override (string, string)? Link => ("See who acts for the agency", $"/Agencies/{AgencyId}");
}
