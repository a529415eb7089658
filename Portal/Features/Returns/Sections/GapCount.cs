using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>
/// For each agency, job role and level: how many people, how many hold the level on the cut-off day, and how many of these
/// lose it by the end of the cycle. Everyone is counted once, under the job that needs the highest level. Three queries,
/// however many agencies.
/// </summary>
public sealed class GapCount(PortalDb db)
{
    /// <param name="JobRoleId">Null for people none of whose jobs is mapped.</param>
    /// <param name="Level">Null for these, and where the framework asks no level of the role.</param>
    public sealed record Row(Id<Agency> AgencyId, Id<JobRole>? JobRoleId, int? Level, int Headcount, int Holding, int Expiring)
    {
        public GapLine Line(Id<AgencyReturn> agencyReturn) => new()
        {
            ReturnId = agencyReturn, JobRoleId = JobRoleId, LevelNumber = Level, Headcount = Headcount, Holding = Holding,
            Expiring = Expiring
        };
    }

    public async Task<IReadOnlyList<Row>> RunAsync(Cycle cycle, Id<Agency>? agency, CancellationToken cancel)
    {
        var framework = await db.Frameworks.AsNoTracking().Include(f => f.Levels).SingleAsync(f => f.Id == cycle.FrameworkId, cancel);
        var inPost = Need.InPost(db, cycle.PartnershipId, cycle.FrameworkId, cycle.CutOffOn, agency);
        var holding = inPost.Where(Need.OfOwnLevel(framework, level => Holding.Holds(db, framework, level, cycle.CutOffOn)));
        var lasting = holding.Where(Need.OfOwnLevel(framework, level => Holding.Holds(db, framework, level, cycle.EndsOn)));

        var roles = await db.JobRoles.Where(r => r.PartnershipId == cycle.PartnershipId).ToDictionaryAsync(r => r.Code, r => r.Id, cancel);
        var people = await CountAsync(inPost, cycle, cancel);
        var held = await CountAsync(holding, cycle, cancel);
        var kept = await CountAsync(lasting, cycle, cancel);
        return [.. people.Select(p => new Row(p.Key.AgencyId, p.Key.Role is { } code ? roles[code] : null, p.Key.Level, p.Value,
            held.GetValueOrDefault(p.Key), held.GetValueOrDefault(p.Key) - kept.GetValueOrDefault(p.Key)))];
    }

    /// <summary>Someone under the job that they are counted under.</summary>
    public sealed record InJob
    {
        public Id<Agency> AgencyId { get; init; }
        public Id<StaffMember> StaffId { get; init; }
        public int? Level { get; init; }

        /// <summary>The code of the job role; null for people none of whose jobs is mapped.</summary>
        public string? Role { get; init; }
    }

    /// <summary>The same people, each under the job that needs the highest level; of several such the first by its code.</summary>
    public static IQueryable<InJob> ByJob(PortalDb db, IQueryable<Need> people, Cycle cycle)
    {
        var jobs = from post in Need.Posts(db, cycle.PartnershipId, cycle.CutOffOn)
                   join title in db.JobTitles on post.JobTitleId equals title.Id
                   join role in db.JobRoles on title.JobRoleId equals (Id<JobRole>?)role.Id
                   join requirement in db.Set<LevelRequirement>()
                       .Where(r => r.FrameworkId == cycle.FrameworkId) on role.Id equals requirement.JobRoleId into requirements
                   from requirement in requirements.DefaultIfEmpty()
                   select new { post.AgencyId, post.StaffId, LevelNumber = requirement!.LevelNumber, role.Code };
        return people.Select(n => new InJob
        {
            AgencyId = n.AgencyId, StaffId = n.StaffId, Level = n.Level,
            Role = jobs.Where(j => j.AgencyId == n.AgencyId && j.StaffId == n.StaffId && j.LevelNumber == n.Level).Min(j => j.Code),
        });
    }

    private async Task<Dictionary<(Id<Agency> AgencyId, int? Level, string? Role), int>> CountAsync(
        IQueryable<Need> people, Cycle cycle, CancellationToken cancel) =>
        (await ByJob(db, people, cycle).GroupBy(n => new { n.AgencyId, n.Level, n.Role }).Select(g => new { g.Key, People = g.Count() })
            .ToListAsync(cancel))
            .ToDictionary(g => (g.Key.AgencyId, g.Key.Level, g.Key.Role), g => g.People);
}
