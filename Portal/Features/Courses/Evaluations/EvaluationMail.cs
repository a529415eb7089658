using Portal.Mail;

namespace Portal.Features.Courses.Evaluations;

/// <summary>Asks somebody about their training. The subject says neither which nor about what.</summary>
public sealed record EvaluationMail(Id<Booking> BookingId, EvaluationMoment Moment, string Code, string ToName, string ToAddress)
    : Notice(ToName, ToAddress)
{
    public override string Subject => "A few questions about your training";
    public override string Key => $"evaluation/{BookingId}/{Moment}";
    public override bool IsPrivate => true;
    protected override IReadOnlyList<string> Sentences =>
    [
        Moment switch
        {
            EvaluationMoment.Before => "Your training is coming up. Before it, please say how confident you are today.",
            EvaluationMoment.After => "Thank you for coming. Please say how confident you are now.",
            EvaluationMoment.FollowUp => "Three months ago you were trained. Please say what you use of it.",
        },
        "It takes two minutes. Your name is not kept with your answers, and nothing depends on them.",
    ];
    protected override (string, string)? Link => ("Answer", $"/Courses/Evaluate?code={Code}");
}
