using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Returns.Handing;

/// <summary>A message about an agency's return. The subject says neither what it is about nor how it stands.</summary>
/// <param name="Occasion">
/// What happened, and the instant to the second, which every database keeps: "Accepted/2026-11-16T09:00:00". Outboxes hold it, so it
/// stays as it is.
/// </param>
/// <param name="Note">What someone wrote for the reader; null where there is none.</param>
public abstract record ReturnMail(ReturnMail.Of Return, PeopleOf.Person To, string Occasion, string? Note = null)
    : Notice(To.Name, To.Email)
{
    /// <summary>The return that it is about.</summary>
    /// <param name="Due">UTC.</param>
    public sealed record Of(Id<AgencyReturn> Id, string Agency, DateTime Due)
    {
        /// <summary>The title of its cycle, which tells two returns of an agency apart.</summary>
        public string? Cycle { get; init; }
        public string DueWords => Words.Instant(Due);
    }

    public override string Key => $"return/{Return.Id}/{Occasion}/{ToAddress.ToLowerInvariant()}";

    /// <summary>What it says, in a sentence or two.</summary>
    protected abstract string Sentence { get; }
    protected override IReadOnlyList<string> Sentences =>
    [
        Sentence,
        .. Return.Cycle is null ? [] : new[] { $"It belongs to the cycle “{Return.Cycle}”." },
        .. Note is null ? [] : new[] { $"They wrote: “{Note}”" },
    ];
    protected override (string, string)? Link => ("Open the return", $"/Returns/{Return.Id}");
}

/// <summary>A message that asks for a signature.</summary>
public abstract record SignatureMail(ReturnMail.Of Return, PeopleOf.Person To, string Occasion) : ReturnMail(Return, To, Occasion)
{
    protected override (string, string)? Link => ("Read and sign", $"/Returns/{Return.Id}/Sign");
}
