using Portal.Data;
using Portal.Features.Returns.Handing;

namespace Portal.Features.Returns.Reminders;

/// <summary>A return is due soon. A reminder belongs to its due date, so a moved date is reminded of anew.</summary>
/// <param name="Days">How many days before the due day it belongs to.</param>
public sealed record ReturnDueMail(ReturnMail.Of Return, PeopleOf.Person To, int Days)
    : ReturnMail(Return, To, $"Reminder/{Return.Due:O}/{Days}")
{
    public override string Subject => $"A return is due on {Words.DayAndMonth(UkClock.DayOf(Return.Due))}";
    protected override string Sentence => $"The skill-gap assessment of {Return.Agency} is due by {Return.DueWords}.";
}

/// <summary>Its due hour has passed, and it has not been sent.</summary>
public sealed record ReturnOverdueMail(ReturnMail.Of Return, PeopleOf.Person To) : ReturnMail(Return, To, $"Overdue/{Return.Due:O}/")
{
    public override string Subject => $"A return was due on {Words.DayAndMonth(UkClock.DayOf(Return.Due))}";
    protected override string Sentence =>
        $"The skill-gap assessment of {Return.Agency} was due by {Return.DueWords} and has not been sent. "
        + "You can still send it, or ask the commissioner for more time.";
}

/// <summary>Late, or soon due, and the commissioner asks for it.</summary>
/// <param name="Day">On which they ask.</param>
public sealed record ReturnAskedMail(ReturnMail.Of Return, PeopleOf.Person To, DateOnly Day) : ReturnMail(Return, To, $"Asked/{Day:O}")
{
    /// <summary>Whether its hour has passed.</summary>
    public bool IsLate { get; init; } = true;

    public override string Subject => "The partnership asks for a return";
    protected override string Sentence => Words(Return, IsLate);

    /// <summary>What an agency is told.</summary>
    public static string Words(ReturnMail.Of asked, bool isLate) => isLate
        ? $"The skill-gap assessment of {asked.Agency} was due by {asked.DueWords} and has not been sent. "
            + "Please send it as soon as you can. If you cannot, ask the commissioner for more time and say why."
        : $"The skill-gap assessment of {asked.Agency} is due by {asked.DueWords} and has not been sent yet. "
            + "Please send it by then. If you cannot, ask the commissioner for more time and say why.";
}

/// <summary>To an executive lead who was asked before.</summary>
/// <param name="Day">The start of the day that the reminder belongs to, UTC, as in the others here.</param>
public sealed record ToSignAgainMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime Day)
    : SignatureMail(Return, To, $"ToSignAgain/{Day:s}")
{
    public override string Subject => "A return still waits for your signature";
    protected override string Sentence =>
        $"The skill-gap assessment of {Return.Agency} still waits for your signature. You can also send it back with a note.";
}

/// <summary>To the training leads, whose executive lead has been reminded.</summary>
public sealed record StillToSignMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime Day)
    : ReturnMail(Return, To, $"StillToSign/{Day:s}")
{
    public override string Subject => "A return still waits for a signature";
    protected override string Sentence =>
        $"The skill-gap assessment of {Return.Agency} still waits for the signature of its executive lead, who has been reminded.";
}

/// <summary>To the training leads, while there is no executive lead.</summary>
public sealed record NobodySignsMail(ReturnMail.Of Return, PeopleOf.Person To, DateTime Day)
    : ReturnMail(Return, To, $"NobodySigns/{Day:s}")
{
    public override string Subject => "A return still waits for a signature";
    protected override string Sentence =>
        $"The skill-gap assessment of {Return.Agency} still waits for a signature, and nobody is in post who can give it. "
        + "Ask the commissioner for an executive lead.";
}
