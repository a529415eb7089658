using Portal.Mail;

namespace Portal.Features.Staff.Training;

/// <summary>Tells a training lead that someone sees an error in a training record, in that person's words.</summary>
/// <param name="Path">The address of the record within the portal.</param>
public sealed record RecordErrorMail(string ToName, string ToAddress, string From, string Person, string Words, string Path, string Key)
    : Notice(ToName, ToAddress)
{
    public override string Subject => "Please check a training record";
    public override string Key { get; } = Key;
    protected override string Greeting => $"Hello {ToName}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{From} sees an error in the training record of {Person}, and writes:",
        $"Please check the record and put it right: sign in to the training portal and open {Path}",
    ];
    protected override string Quote => Words;
}
