using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Staff.Training;

/// <summary>Tells someone who can decide on it that a training record waits.</summary>
/// <param name="By">Who entered it.</param>
public sealed record RecordToVerifyMail(Id<TrainingRecord> RecordId, string Person, string By, PeopleOf.Person To)
    : Notice(To.Name, To.Email)
{
    public override string Subject => "A training record to verify";
    public override string Key => $"record-to-verify/{RecordId}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{By} has entered training of {Person}. It counts once a second person has seen the evidence, and you can decide.",
    ];
    protected override (string, string)? Link => ("Look and decide", $"/Staff/Training/{RecordId}");
}
