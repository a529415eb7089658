using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework;

/// <summary>
/// How many people in post have each job role, as the list of staff counts them: those within the viewer's reach, and for whoever sees no
/// list those of the whole partnership.
/// </summary>
public sealed class RolePeople(PortalDb db, UkClock clock)
{
    /// <param name="MaySee">Whether the list of them is within the viewer's reach.</param>
    /// <param name="Titles">Job titles that stand for the role, whoever's they are.</param>
    public sealed record Found(
        bool MaySee, IReadOnlyDictionary<Id<JobRole>, int> People, IReadOnlyDictionary<Id<JobRole>, int> Titles)
    {
        public int PeopleIn(Id<JobRole> role) => People.GetValueOrDefault(role);
        public int TitlesOf(Id<JobRole> role) => Titles.GetValueOrDefault(role);
    }

    public async Task<Found> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var maySee = viewer.Reach(Permission.ReadStaff) is Reach.Agency or Reach.Partnership or Reach.Team;
        var posts = (maySee ? db.Posts.VisibleTo(viewer) : db.Posts.OfPartnership(viewer)).CurrentOn(clock.Today);
        var people = await (from post in posts
                            join title in db.JobTitles on post.JobTitleId equals title.Id
                            where title.JobRoleId != null
                            group post.StaffId by title.JobRoleId into role
                            select new { Role = role.Key, Count = role.Distinct().Count() }).ToListAsync(cancel);
        var titles = await db.JobTitles.OfPartnership(viewer).Where(t => t.JobRoleId != null).GroupBy(t => t.JobRoleId)
            .Select(g => new { Role = g.Key, Count = g.Count() }).ToListAsync(cancel);
        return new(maySee, people.ToDictionary(p => p.Role!.Value, p => p.Count), titles.ToDictionary(t => t.Role!.Value, t => t.Count));
    }
}
