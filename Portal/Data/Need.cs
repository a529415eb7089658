using System.Linq.Expressions;

namespace Portal.Data;

/// <summary>A person at an agency on a day, and the highest level that their jobs there need.</summary>
public sealed record Need
{
    public Id<Agency> AgencyId { get; init; }
    public Id<StaffMember> StaffId { get; init; }

    /// <summary>Null when none of the person's jobs there is mapped to a level.</summary>
    public int? Level { get; init; }

    /// <summary>Jobs not mapped to a level, of those the person holds there.</summary>
    public int Unmapped { get; init; }

    /// <summary>The earliest first day in those jobs; null when the staff list gives none.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>
    /// Everyone in post on the day, once for each agency they work for, starters included. Who leaves on the day is gone.
    /// </summary>
    public static IQueryable<Need> InPost(
        PortalDb db, Id<Partnership> partnership, Id<Framework> framework, DateOnly day, Id<Agency>? agency = null) =>
        Of(db, framework, Posts(db, partnership, day, agency));

    /// <summary>The needs that come of some posts.</summary>
    public static IQueryable<Need> Of(PortalDb db, Id<Framework> framework, IQueryable<Post> posts) =>
        from post in posts
        join title in db.JobTitles on post.JobTitleId equals title.Id
        join requirement in db.Set<LevelRequirement>().Where(r => r.FrameworkId == framework)
            on title.JobRoleId equals (Id<JobRole>?)requirement.JobRoleId into requirements
        from requirement in requirements.DefaultIfEmpty()
        group new { Level = requirement!.LevelNumber, post.StartedOn } by new { post.AgencyId, post.StaffId } into jobs
        select new Need
        {
            AgencyId = jobs.Key.AgencyId,
            StaffId = jobs.Key.StaffId,
            Level = jobs.Max(j => j.Level),
            Unmapped = jobs.Count(j => j.Level == null),
            StartedOn = jobs.Min(j => j.StartedOn),
        };

    /// <summary>The posts held on the day, begun and not yet left: the partnership's, or one agency's.</summary>
    public static IQueryable<Post> Posts(PortalDb db, Id<Partnership> partnership, DateOnly day, Id<Agency>? agency = null)
    {
        var posts = db.Posts.HeldOn(day).Where(p => p.PartnershipId == partnership);
        return agency is { } one ? posts.Where(p => p.AgencyId == one) : posts;
    }

    /// <summary>
    /// Asks each person about the level that they need: <c>Need.OfOwnLevel(framework, level => Holding.Holds(db,
    /// framework, level, day))</c>.
    /// </summary>
    public static Expression<Func<Need, bool>> OfOwnLevel(Framework framework, Func<int, Expression<Func<Id<StaffMember>, bool>>> asked)
    {
        Expression<Func<Need, bool>> nobody = _ => false;
        return framework.Levels.Select(l => Predicates.And(NeedsLevel(l.Number), asked(l.Number).Of((Need n) => n.StaffId)))
            .Aggregate(nobody, Predicates.Or);
    }

    private static Expression<Func<Need, bool>> NeedsLevel(int level) => n => n.Level == level;
}
