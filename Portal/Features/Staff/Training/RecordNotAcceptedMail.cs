using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Staff.Training;

/// <summary>Tells whoever entered training, about themselves or someone else, that it was not accepted, and why.</summary>
/// <param name="By">Who decided.</param>
/// <param name="Person">Whose training it is; null for their own.</param>
public sealed record RecordNotAcceptedMail(TrainingRecord Record, string By, string? Person, string ToName, string ToAddress)
    : Notice(ToName, ToAddress)
{
    public override string Subject => "About a training record";
    public override string Key => $"record-not-accepted/{Record.Id}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{By} has not accepted “{Record.Course}” of {Words.Day(Record.AchievedOn)} on "
            + $"{(Person is null ? "your record" : $"the record of {Person}")}{(Record.Reason is null ? "." : ", and writes:")}",
        Person is null ? "You can send it again, with what was missing." : "You can add it again, with what was missing.",
    ];
    protected override string? Quote => Record.Reason;
    protected override (string, string)? Link => ("See the record", $"/Staff/{Record.StaffId}#records");
}
