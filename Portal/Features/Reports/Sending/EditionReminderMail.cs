using System.Globalization;
using Portal.Mail;

namespace Portal.Features.Reports.Sending;

/// <summary>Asks a recipient once more to acknowledge an edition. On one day there is one.</summary>
public sealed record EditionReminderMail(Edition Edition, string ToName, string ToAddress, DateOnly Today) : Notice(ToName, ToAddress)
{
    public override string Subject => $"Papers for the meeting on {Words.Day(Edition.MeetingOn)}: please acknowledge";
    public override string Key =>
        $"edition-reminder/{Edition.Id}/{ToAddress.ToLowerInvariant()}/{Today.ToString("O", CultureInfo.InvariantCulture)}";

    protected override IReadOnlyList<string> Sentences =>
    [
        $"The training report for the meeting on {Words.Day(Edition.MeetingOn)} was sent to you on "
            + $"{Words.Day(UkClock.DayOf(Edition.IssuedAt!.Value))}. You have not acknowledged it yet.",
        "Please acknowledge it at the end of the report once you have read it. If you act in several roles, the page of the report "
            + "offers the one that can.",
    ];

    protected override (string, string)? Link => ("Read the report", $"/Reports/{Edition.Id}");
}
