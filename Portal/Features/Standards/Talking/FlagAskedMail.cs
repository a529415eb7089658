using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Standards.Talking;

/// <summary>Asks someone who leads at an agency about one of its flags.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Own">What they write besides the facts.</param>
/// <param name="Day">On which they ask.</param>
public sealed record FlagAskedMail(FlagFacts Flag, string By, string? Own, PeopleOf.Person To, DateOnly Day) : Notice(To.Name, To.Email)
{
    public override string Subject => $"The partnership asks about the flag {Flag.Reference}";
    public override string Key => $"flag-asked/{Flag.Id}/{Day:O}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences =>
        [Own is null ? $"{By} asks you to look at this flag." : $"{By} asks you about this flag:", .. Flag.Sentences];
    protected override string? Quote => Own;
    protected override (string, string)? Link => ("See what it rests on", $"/Flags/{Flag.Id}");
}
