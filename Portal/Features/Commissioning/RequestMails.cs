using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Commissioning;

/// <summary>A message about a request to commission training.</summary>
/// <param name="Occasion">What happened and when, to the second. Outboxes hold it, so it stays as it is.</param>
/// <param name="Note">What someone wrote for the reader; null where there is none.</param>
public abstract record RequestMail(RequestMail.Of Request, PeopleOf.Person To, string Occasion, string? Note = null)
    : Notice(To.Name, To.Email)
{
    /// <summary>The request that it is about.</summary>
    /// <param name="Agency">What asks: an agency, or the partnership itself.</param>
    public sealed record Of(Id<CommissioningRequest> Id, string Reference, string Title, string Agency);

    public override string Key => $"commissioning/{Request.Id}/{Occasion}/{ToAddress.ToLowerInvariant()}";

    /// <summary>What it says, in a sentence or two.</summary>
    protected abstract string Sentence { get; }
    protected override IReadOnlyList<string> Sentences => [Sentence];
    protected override string? Quote => Note;
    protected override (string, string)? Link => ("Open the request", $"/Commissioning/{Request.Id}");
}

/// <summary>To commissioners: it waits for a decision.</summary>
public sealed record RequestSentMail(RequestMail.Of Request, PeopleOf.Person To, DateTime At, DateOnly By)
    : RequestMail(Request, To, $"Sent/{At:s}")
{
    public override string Subject => "A request to commission training";
    protected override string Sentence =>
        $"{Request.Agency} asks to commission training: {Request.Title} ({Request.Reference}). A decision is due by {Words.Day(By)}.";
}

/// <summary>To whoever asked: something is to be changed first.</summary>
public sealed record RequestChangesMail(RequestMail.Of Request, PeopleOf.Person To, DateTime At, string Note)
    : RequestMail(Request, To, $"Changes/{At:s}", Note)
{
    public override string Subject => "A request needs a change";
    protected override string Sentence =>
        $"Before {Request.Reference}, {Request.Title}, is decided, the commissioner asks for this to be changed:";
}

/// <summary>To whoever asked: it is decided.</summary>
public sealed record RequestDecidedMail(
    RequestMail.Of Request, PeopleOf.Person To, DateTime At, bool Approved, int Conditions, string? Note)
    : RequestMail(Request, To, $"Decided/{At:s}", Note)
{
    public override string Subject => "A request has been decided";
    protected override string Sentence => Approved
        ? $"{Request.Reference}, {Request.Title}, has been approved"
            + (Conditions == 0 ? "." : $" with {Words.Count(Conditions, "condition")}. Each has a day and an office that answers for it.")
        : $"{Request.Reference}, {Request.Title}, has been declined.";
}

/// <summary>To the others who ask: an agency asks along for so many places, or no more, so what each of them pays is another sum.</summary>
/// <param name="Places">Null where it asks along no more.</param>
public sealed record RequestJoinedMail(RequestMail.Of Request, PeopleOf.Person To, DateTime At, string Agency, int? Places)
    : RequestMail(Request, To, $"Joined/{At:s}/{Agency}")
{
    public override string Subject => "Who asks for training together has changed";
    protected override string Sentence => Places is { } places
        ? $"{Agency} asks along with {Request.Reference}, {Request.Title}, for {Words.Count(places, "place")}, and shares its cost."
        : $"{Agency} asks along with {Request.Reference}, {Request.Title}, no more. The others share its cost.";
}

/// <summary>To whoever asked: it was ordered. Said once for each order.</summary>
public sealed record RequestOrderedMail(RequestMail.Of Request, PeopleOf.Person To, string Order, string Provider)
    : RequestMail(Request, To, $"Ordered/{Order}")
{
    public override string Subject => "Training has been ordered";
    protected override string Sentence =>
        $"{Request.Reference}, {Request.Title}, has been ordered from {Provider} ({Order}). Its dates appear in the catalogue.";
}

/// <summary>To whoever asked: its order was cancelled, or closed before all of it was given.</summary>
public sealed record RequestOrderEndedMail(RequestMail.Of Request, PeopleOf.Person To, string Order, bool IsCancelled, string Because)
    : RequestMail(Request, To, $"OrderEnded/{Order}", Because)
{
    public override string Subject => "An order of training has ended";
    protected override string Sentence => $"The order {Order} of {Request.Reference}, {Request.Title}, was "
        + (IsCancelled ? "cancelled." : "closed. Dates that were held stay as they are.");
}

/// <summary>To whoever asks: an agency that asked is now part of another, which has its place.</summary>
public sealed record RequestHandedOverMail(RequestMail.Of Request, PeopleOf.Person To, DateTime At, string Words)
    : RequestMail(Request, To, $"HandedOver/{At:s}")
{
    public override string Subject => "A request has another agency";
    protected override string Sentence =>
        $"{Words}, which asks for {Request.Reference}, {Request.Title}, in its place, and answers for what was decided and ordered.";
}

/// <summary>To a colleague who may now write parts of it.</summary>
/// <param name="First">The part that the message leads to.</param>
public sealed record RequestPartMail(RequestMail.Of Request, PeopleOf.Person To, DateTime At, RequestPart First, string Parts)
    : RequestMail(Request, To, $"SharedOut/{At:s}")
{
    public override string Subject => "Part of a request for you";
    protected override string Sentence =>
        $"You have been asked to help with {Request.Reference}, {Request.Title}, which {Request.Agency} is writing: {Parts}.";
    protected override (string, string)? Link => ("Write your part", $"/Commissioning/{Request.Id}/{First}");
}

/// <summary>To those who asked along, and to whoever was to decide: there is nothing to decide any more.</summary>
public sealed record RequestWithdrawnMail(RequestMail.Of Request, PeopleOf.Person To, DateTime At, string? Note)
    : RequestMail(Request, To, $"Withdrawn/{At:s}", Note)
{
    public override string Subject => "A request has been withdrawn";
    protected override string Sentence => $"{Request.Agency} has withdrawn {Request.Reference}, {Request.Title}.";
}
