using Portal.Data;

namespace Portal.Features.Returns.Handing;

/// <summary>A cycle has begun: to whoever is asked for the return.</summary>
public sealed record ReturnOpenedMail(ReturnMail.Of Return, PeopleOf.Person To) : ReturnMail(Return, To, "Opened/")
{
    public override string Subject => "A return to make";
    protected override string Sentence =>
        $"The partnership asks {Return.Agency} for its skill-gap assessment and costing by {Return.DueWords}. "
        + "Figures from your staff list are already filled in.";
}

/// <summary>To an executive lead: it waits for their signature.</summary>
/// <param name="At">When it was sent to be signed. UTC, as every instant of a step here.</param>
public sealed record ReturnToSignMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime At) : SignatureMail(Return, To, $"ToSign/{At:s}")
{
    public override string Subject => "A return for you to sign";
    protected override string Sentence =>
        $"The skill-gap assessment of {Return.Agency} waits for your signature. It is due by {Return.DueWords}.";
}

/// <summary>To whoever was asked to sign it, and need not now.</summary>
public sealed record ReturnTakenBackMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime At)
    : ReturnMail(Return, To, $"TakenBack/{At:s}")
{
    public override string Subject => "A return has been taken back";
    protected override string Sentence =>
        $"The skill-gap assessment of {Return.Agency} has been taken back to be changed. "
        + "You are asked again when it is ready to be signed.";
}

/// <summary>To the training leads, from the executive lead.</summary>
public sealed record ReturnSentBackMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime At, string? Note)
    : ReturnMail(Return, To, $"SentBack/{At:s}", Note)
{
    public override string Subject => "A return needs a change";
    protected override string Sentence => $"The executive lead has sent back the skill-gap assessment of {Return.Agency}.";
}

/// <summary>To the agency, from the commissioner.</summary>
public sealed record ChangesRequestedMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime At, string? Note)
    : ReturnMail(Return, To, $"ChangesRequested/{At:s}", Note)
{
    public override string Subject => "A return needs a change";
    protected override string Sentence => $"The commissioner has asked for changes in the skill-gap assessment of {Return.Agency}.";
}

/// <summary>To both leads: it is done.</summary>
public sealed record ReturnAcceptedMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime At, string? Note)
    : ReturnMail(Return, To, $"Accepted/{At:s}", Note)
{
    public override string Subject => "A return has been accepted";
    protected override string Sentence => $"The skill-gap assessment of {Return.Agency} has been accepted. Thank you.";
}

/// <summary>To the agency, which has more time.</summary>
public sealed record ReturnExtendedMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime At) : ReturnMail(Return, To, $"Extended/{At:s}")
{
    public override string Subject => "More time for a return";
    protected override string Sentence => $"The skill-gap assessment of {Return.Agency} is now due by {Return.DueWords}.";
}

/// <summary>To the agency: an accepted return has a new version to write.</summary>
public sealed record ReturnReopenedMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime At, string? Note)
    : ReturnMail(Return, To, $"Reopened/{At:s}", Note)
{
    public override string Subject => "A return is open again";
    protected override string Sentence => $"The skill-gap assessment of {Return.Agency} is open again as a new version.";
}

/// <summary>To a colleague who may now write in a section of it.</summary>
public sealed record ReturnSharedMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime At) : ReturnMail(Return, To, $"Shared/{At:s}")
{
    public override string Subject => "Part of a return for you";
    protected override string Sentence =>
        $"You have been asked to help with the skill-gap assessment of {Return.Agency}. It is due by {Return.DueWords}.";
}
