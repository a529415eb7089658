namespace Portal.Domain;

public enum PostRequestState { Waiting, Agreed, Declined, Withdrawn }

/// <summary>
/// An agency wishes to have someone on its staff list whom another agency of the partnership knows. Until the person, an agency
/// that has them, or the commissioner agrees there is no post, so nothing is counted, shown or opened.
/// </summary>
public sealed class PostRequest : IBelongToPartnership, IVersioned
{
    /// <summary>How long the link to the person works. Signed in, they can answer for as long as it waits.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromDays(28);

    /// <summary>How long the same agency does not ask again after a no.</summary>
    public static readonly TimeSpan RestsFor = TimeSpan.FromDays(28);

    public Id<PostRequest> Id { get; init; } = Id<PostRequest>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>The agency that asks.</summary>
    public required Id<Agency> AgencyId { get; init; }
    public required Id<StaffMember> StaffId { get; init; }

    /// <summary>As the agency that asks has it: what others call the person since is not for it to read.</summary>
    public required string Name { get; init; }

    /// <summary>What the post will be.</summary>
    public required Id<JobTitle> JobTitleId { get; init; }
    public string? EmployeeNumber { get; init; }
    public DateOnly? StartedOn { get; init; }
    public Id<StaffMember>? ManagerId { get; init; }

    public required Id<User>? RequestedBy { get; init; }
    public required string RequestedByName { get; init; }
    public required DateTime RequestedAt { get; init; }

    /// <summary>The import whose row asked; null when a form did. Undoing the import withdraws it.</summary>
    public Id<Import>? ImportId { get; init; }

    /// <summary>Fingerprint of the code in the link that the person gets, by which they answer without an account.</summary>
    public string? LinkHash { get; init; }

    public PostRequestState State { get; private set; }

    /// <summary>Who answered, or withdrew it; null with a time when the person themself did, from their link.</summary>
    public Id<User>? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsAnswered => State is PostRequestState.Agreed or PostRequestState.Declined;

    /// <summary>Whether the link sent to the person still answers.</summary>
    public bool TakesTheLinkAt(DateTime now) => State == PostRequestState.Waiting && now < RequestedAt + LinkLasts;

    /// <summary>Makes the post. Refused when it was answered before, and to whoever asked, in whatever other role.</summary>
    public Post Agree(Id<User>? by, DateTime now)
    {
        if (by is not null && by == RequestedBy) throw new Refused("Someone else must answer a request that you made");
        Decide(PostRequestState.Agreed, by, now);
        var post = new Post
        {
            PartnershipId = PartnershipId, AgencyId = AgencyId, StaffId = StaffId, JobTitleId = JobTitleId, EmployeeNumber = EmployeeNumber,
        };
        post.Start(StartedOn, UkClock.DayOf(now));
        post.ReportTo(ManagerId);
        return post;
    }

    public void Decline(Id<User>? by, DateTime now) => Decide(PostRequestState.Declined, by, now);

    /// <summary>The agency that asked no longer wishes it.</summary>
    public void Withdraw(Id<User>? by, DateTime now) => Decide(PostRequestState.Withdrawn, by, now);

    private void Decide(PostRequestState state, Id<User>? by, DateTime now)
    {
        if (State != PostRequestState.Waiting) throw new Refused($"This request is already {State.Words()}");
        (State, DecidedBy, DecidedAt) = (state, by, now);
    }
}

public static class PostRequestWords
{
    public static string Words(this PostRequestState state) => state switch
    {
        PostRequestState.Waiting => "waiting for an answer",
        PostRequestState.Agreed => "agreed",
        PostRequestState.Declined => "declined",
        PostRequestState.Withdrawn => "withdrawn",
    };
}
