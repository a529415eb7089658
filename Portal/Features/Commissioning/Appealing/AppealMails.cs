using Portal.Data;

namespace Portal.Features.Commissioning.Appealing;

/// <summary>To the chair and the commissioner: an agency appeals against a decision.</summary>
public sealed record RequestAppealedMail(RequestMail.Of Request, PeopleOf.Person To, DateTime At, AppealAgainst Against, string Because)
    : RequestMail(Request, To, $"Appealed/{At:s}", Because)
{
    public override string Subject => "An appeal to the chair";
    protected override string Sentence => $"{Request.Agency} appeals to the chair about {Request.Reference}, {Request.Title}: "
        + $"{Against.Words()}. Nothing is ordered before the chair has answered.";
}

/// <summary>To whoever asked, and the commissioner: the chair has answered.</summary>
public sealed record RequestAppealAnsweredMail(RequestMail.Of Request, PeopleOf.Person To, DateTime At, bool IsChanged, string Why)
    : RequestMail(Request, To, $"AppealAnswered/{At:s}", Why)
{
    public override string Subject => "The chair has answered an appeal";
    protected override string Sentence => IsChanged
        ? $"On appeal, the chair has changed the decision on {Request.Reference}, {Request.Title}."
        : $"The decision on {Request.Reference}, {Request.Title}, stands.";
}
