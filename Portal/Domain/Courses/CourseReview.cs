namespace Portal.Domain;

/// <summary>
/// An in-house course compared with the common standard: what it maps to, who teaches it, and whether it passed. Basis: "the same
/// standard for all in-house training" (resolution of December 2016), measured by standard S11.
/// </summary>
public sealed class CourseReview : IBelongToAgency
{
    public const int LongestMap = 4000;

    public Id<CourseReview> Id { get; init; } = Id<CourseReview>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Course> CourseId { get; init; }
    public required Id<Agency> AgencyId { get; init; }
    public required DateOnly ReviewedOn { get; init; }

    /// <summary>Who gives it and what they bring: experience and qualification, not a name.</summary>
    public required string Trainer { get; init; }

    /// <summary>Which part of it teaches which statement.</summary>
    public required string ContentMap { get; init; }
    public required bool Passed { get; init; }

    /// <summary>What must change, when it did not pass.</summary>
    public string? Note { get; init; }
    public required Id<User>? ReviewedBy { get; init; }

    public void RefuseUnlessSound(DateOnly today)
    {
        if (ReviewedOn < today.AddMonths(-Course.ReviewedForMonths))
            throw new Refused($"The review must be within the last {Course.ReviewedForMonths} months, or it says nothing of today",
                nameof(ReviewedOn));
        if (ReviewedOn > today) throw new Refused("The review must be today or in the past", nameof(ReviewedOn));
        if (!Passed && string.IsNullOrWhiteSpace(Note)) throw new Refused("Enter what must change", nameof(Note));
    }

    /// <summary>Whether it still says something about a day.</summary>
    public bool CountsOn(DateOnly day) => ReviewedOn <= day && day <= ReviewedOn.AddMonths(Course.ReviewedForMonths);
}
