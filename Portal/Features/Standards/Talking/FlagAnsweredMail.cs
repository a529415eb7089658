using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Standards.Talking;

/// <summary>Tells a commissioner what an agency answered about one of its flags.</summary>
/// <param name="By">Who answered.</param>
public sealed record FlagAnsweredMail(FlagFacts Flag, string By, string Text, PeopleOf.Person To, Id<FlagEvent> Answer)
    : Notice(To.Name, To.Email)
{
    public override string Subject => $"{Flag.Agency} answers about the flag {Flag.Reference}";
    public override string Key => $"flag-answered/{Answer}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences => [$"{By} answers about this flag:", .. Flag.Sentences];
    protected override string? Quote => Text;
    protected override (string, string)? Link => ("See what it rests on", $"/Flags/{Flag.Id}");
}
