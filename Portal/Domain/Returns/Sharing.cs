namespace Portal.Domain;

/// <summary>A section of a return that a colleague at the agency may write in.</summary>
public sealed class ReturnShare
{
    public Id<ReturnShare> Id { get; init; } = Id<ReturnShare>.New();
    public required Id<AgencyReturn> ReturnId { get; init; }
    public required ReturnSection Section { get; init; }
    public required Id<User> UserId { get; init; }
}

/// <summary>What a reviewer writes beside a section. A note for reviewers only is never shown to the agency.</summary>
public sealed class ReviewComment
{
    public const int Longest = 2000;

    public Id<ReviewComment> Id { get; init; } = Id<ReviewComment>.New();
    public required Id<AgencyReturn> ReturnId { get; init; }
    public required ReturnSection Section { get; init; }
    public required string Text { get; init; }
    public required bool ReviewersOnly { get; init; }
    public required DateTime At { get; init; }
    public required Id<User>? UserId { get; init; }
    public required string By { get; init; }
}
