using Portal.Data.Outbox;

namespace Portal.Features.Returns.Handing;

/// <summary>A message about an agency's return. The subject says neither what it is about nor how it stands.</summary>
/// <param name="Due">The return's due instant, UTC.</param>
/// <param name="Note">What someone wrote for the reader; null where there is none.</param>
/// <param name="Days">For a reminder, how many days before the due day it belongs to.</param>
/// <param name="At">For a step, when it was taken; for a reminder of a signature, the day it belongs to. UTC.</param>
public sealed record ReturnMail(ReturnMail.About What, Id<AgencyReturn> ReturnId, string Agency, DateTime Due, LeadsOfAgencies.Person To, string? Note = null, int? Days = null, DateTime? At = null) : IMail
{
    public enum About { Opened, Reminder, Overdue, ToSign, SentBack, ChangesRequested, Accepted, Extended, Reopened, Shared, ToSignAgain, StillToSign, NobodySigns }

    public string ToAddress => To.Email;
    public string ToName => To.Name;
    public string Subject => What switch
    {
        About.Opened => "A return to make",
        About.Reminder => $"A return is due on {Words.DayAndMonth(UkClock.DayOf(Due))}",
        About.Overdue => "A return was due",
        About.ToSign => "A return for you to sign",
        About.SentBack or About.ChangesRequested => "A return needs a change",
        About.Accepted => "A return has been accepted",
        About.Extended => "More time for a return",
        About.Reopened => "A return is open again",
        About.Shared => "Part of a return for you",
        About.ToSignAgain => "A return still waits for your signature",
        About.StillToSign or About.NobodySigns => "A return still waits for a signature",
    };

    /// <summary>A reminder belongs to its due date, so a moved date is reminded of anew; a step belongs to its instant, to the second, which every database keeps.</summary>
    public string Key => $"return/{ReturnId}/{What}/{(What is About.Reminder or About.Overdue ? $"{Due:O}/{Days}" : $"{At:s}")}/{To.Email.ToLowerInvariant()}";
    public Type Body => typeof(ReturnMessage);
    public IReadOnlyDictionary<string, object?> Parameters => new Dictionary<string, object?>
    {
        [nameof(ReturnMessage.Name)] = To.Name, [nameof(ReturnMessage.Sentence)] = Sentence, [nameof(ReturnMessage.Note)] = Note,
        [nameof(ReturnMessage.Href)] = $"/Returns/{ReturnId}{(AsksToSign ? "/Sign" : "")}", [nameof(ReturnMessage.Action)] = AsksToSign ? "Read and sign" : "Open the return",
    };

    private bool AsksToSign => What is About.ToSign or About.ToSignAgain;

    private string DueWords => Words.Instant(Due);

    private string Sentence => What switch
    {
        About.Opened => $"The partnership asks {Agency} for its skill-gap assessment and costing by {DueWords}. Figures from your staff list are already filled in.",
        About.Reminder => $"The skill-gap assessment of {Agency} is due by {DueWords}.",
        About.Overdue => $"The skill-gap assessment of {Agency} was due by {DueWords} and has not been sent. You can still send it, or ask the commissioner for more time.",
        About.ToSign => $"The skill-gap assessment of {Agency} waits for your signature. It is due by {DueWords}.",
        About.SentBack => $"The executive lead has sent back the skill-gap assessment of {Agency}.",
        About.ChangesRequested => $"The commissioner has asked for changes in the skill-gap assessment of {Agency}.",
        About.Accepted => $"The skill-gap assessment of {Agency} has been accepted. Thank you.",
        About.Extended => $"The skill-gap assessment of {Agency} is now due by {DueWords}.",
        About.Reopened => $"The skill-gap assessment of {Agency} is open again as a new version.",
        About.ToSignAgain => $"The skill-gap assessment of {Agency} still waits for your signature. You can also send it back with a note.",
        About.StillToSign => $"The skill-gap assessment of {Agency} still waits for the signature of its executive lead, who has been reminded.",
        About.NobodySigns => $"The skill-gap assessment of {Agency} still waits for a signature, and nobody is in post who can give it. Ask the commissioner for an executive lead.",
        About.Shared => $"You have been asked to help with the skill-gap assessment of {Agency}. It is due by {DueWords}.",
    };
}
