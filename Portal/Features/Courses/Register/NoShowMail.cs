using Portal.Mail;

namespace Portal.Features.Courses.Register;

/// <summary>
/// Tells a line manager, and the training leads, once that someone did not come. Nobody is blamed, and no reason is asked.
/// </summary>
public sealed record NoShowMail(
    Id<Booking> BookingId, Id<CourseRun> RunId, string Person, string Course, DateOnly Day, string ToName, string ToAddress)
    : Notice(ToName, ToAddress)
{
    public override string Subject => "A training place was not used";
    public override string Key => $"no-show/{BookingId}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Person} had a place on “{Course}” on {Words.Day(Day)}, and the register says that they did not attend.",
        "There may be a good reason, and nobody need say it. If the register is wrong, whoever gave the course can correct it. "
            + "Other dates are in the portal.",
    ];
    protected override (string, string)? Link => ("See the date", $"/Courses/Dates/{RunId}");
}
