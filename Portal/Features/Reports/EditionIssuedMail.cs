using Portal.Data.Outbox;

namespace Portal.Features.Reports;

/// <summary>Tells a recipient that an edition has been issued: a summary in figures and a link. It names no agency and no person.</summary>
public sealed record EditionIssuedMail(Edition Edition, string ToName, string ToAddress) : IMail
{
    public static EditionIssuedMail For(Edition edition, string name, string address) => new(edition, name, address);

    public string Subject => $"{(Edition.Revision == 1 ? "Papers" : "Corrected papers")} for the meeting on {Words.Day(Edition.MeetingOn)}";
    public string Key => $"edition/{Edition.Id}/{ToAddress.ToLowerInvariant()}";
    public Type Body => typeof(EditionIssued);
    public IReadOnlyDictionary<string, object?> Parameters =>
        new Dictionary<string, object?> { [nameof(EditionIssued.Edition)] = Edition, [nameof(EditionIssued.Name)] = ToName };
}
