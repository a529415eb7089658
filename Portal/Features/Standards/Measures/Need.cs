using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>A person at an agency on a day, and the highest level that their jobs there need.</summary>
public sealed record Need
{
    public Id<Agency> AgencyId { get; init; }
    public Id<StaffMember> StaffId { get; init; }

    /// <summary>Null when none of the person's jobs there is mapped to a level.</summary>
    public int? Level { get; init; }

    /// <summary>Jobs not mapped to a level, of those the person holds there.</summary>
    public int Unmapped { get; init; }

    /// <summary>The earliest first day in those jobs; null when the roster gives none.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>Everyone in post on the day, once for each agency they work for, starters included. Who leaves on the day is gone.</summary>
    public static IQueryable<Need> InPost(PortalDb db, Question question)
    {
        var (partnership, framework, day) = (question.PartnershipId, question.Framework.Id, question.Day);
        return from post in db.Posts
               where post.PartnershipId == partnership && (post.LeftOn == null || post.LeftOn > day) && (post.StartedOn == null || post.StartedOn <= day)
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
    }
}
