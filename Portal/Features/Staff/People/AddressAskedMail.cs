using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Staff.People;

/// <summary>To an address that an agency has typed for one of its people: whoever reads it says whether it is theirs.</summary>
public sealed record AddressAskedMail(string ToAddress, string Agency, string Code) : Notice(ToAddress, ToAddress)
{
    public override string Key => $"address/{OneTimeLink.HashOf(Code)[..24]}";
    public override bool IsPrivate => true;
    public override string Subject => "Is this your address?";
    protected override string Greeting => "Hello,";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Agency} has given this as the work address of one of its people. If it is yours, say so: "
            + "messages about your training then come here.",
        "If you did not expect this, you need do nothing: the address is then not used.",
    ];
    protected override (string, string)? Link => ("Confirm the address", $"/Staff/Address?code={Uri.EscapeDataString(Code)}");
}
