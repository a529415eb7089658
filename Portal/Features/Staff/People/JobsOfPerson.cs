using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>What the jobs of a person that a list counts come to, whichever agencies they are at.</summary>
internal sealed record JobsOfPerson
{
    public Id<StaffMember> StaffId { get; init; }

    /// <summary>1 where any of the jobs has begun, else 0.</summary>
    public int HasBegun { get; init; }

    /// <summary>The highest level asked for by the jobs begun, and where these ask for none, by those to come; null for none.</summary>
    public int? Need { get; init; }

    /// <summary>The earliest first day; null when the staff list gives none.</summary>
    public DateOnly? Started { get; init; }

    public static IQueryable<JobsOfPerson> Of(PortalDb db, Domain.Framework framework, IQueryable<Post> posts, DateOnly day) =>
        from post in posts
        join title in db.JobTitles on post.JobTitleId equals title.Id
        join requirement in db.Set<LevelRequirement>().Where(r => r.FrameworkId == framework.Id)
            on title.JobRoleId equals (Id<JobRole>?)requirement.JobRoleId into requirements
        from requirement in requirements.DefaultIfEmpty()
        group new { Level = requirement!.LevelNumber, post.StartedOn } by post.StaffId into jobs
        select new JobsOfPerson
        {
            StaffId = jobs.Key,
            HasBegun = jobs.Max(j => j.StartedOn == null || j.StartedOn <= day ? 1 : 0),
            Need = jobs.Max(j => j.StartedOn == null || j.StartedOn <= day ? j.Level : null) ?? jobs.Max(j => j.Level),
            Started = jobs.Min(j => j.StartedOn),
        };
}
