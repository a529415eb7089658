namespace Portal.Features.Hubs;

/// <summary>A meeting whose agenda is shown: rooms have for it what it decides, or has decided.</summary>
public sealed record MeetingShown(Id<Meeting> Id, BodyKind Kind);
