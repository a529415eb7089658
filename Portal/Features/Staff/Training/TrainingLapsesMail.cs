using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Staff.Training;

/// <summary>Tells someone that training which their job needs is about to lapse, and what to do.</summary>
/// <param name="AskWhom">Who answers questions, by name and address.</param>
/// <param name="CanSignIn">Whoever cannot finds no course and sends no certificate by themselves: they are told to whom to give it.</param>
public sealed record TrainingLapsesMail(
    TrainingLapsesMail.Occasion Of, DateOnly Today, string AskWhom, bool CanSignIn, string ToName, string ToAddress)
    : Notice(ToName, ToAddress)
{
    /// <param name="Level">What their job needs.</param>
    /// <param name="LastDay">On which it is in date.</param>
    /// <param name="DaysBefore">Which reminder it is.</param>
    public readonly record struct Occasion(Id<StaffMember> StaffId, Level Level, DateOnly LastDay, int DaysBefore);

    public override string Subject => "About your training";
    public override string Key => $"training-lapses/{Of.StaffId}/{Of.LastDay:O}/{Of.DaysBefore}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"Your job needs level {Of.Level.Code}, and your training {When}.",
        CanSignIn
            ? "Find a course that leads to it and book a place. If you have trained since, tell us with your certificate. "
                + $"If you have a question, ask {AskWhom}."
            : $"Ask {AskWhom} for a place on a course that leads to it. If you have trained since, give them your certificate.",
    ];
    protected override (string, string)? Link => !CanSignIn ? null : ("Find a course", $"/Courses?Level={Of.Level.Number}");

    private string When => Of.LastDay == Today ? $"counts for the last time today, {Words.Day(Of.LastDay)}"
        : Of.LastDay > Today ? $"counts until {Words.Day(Of.LastDay)}"
        : $"counted until {Words.Day(Of.LastDay)} and has lapsed";
}
