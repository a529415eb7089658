using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand;

/// <summary>
/// Everyone whose jobs need a level of a framework, or did since a day, with their verified training: two queries, however many there are.
/// </summary>
public sealed class PeopleToTrain(PortalDb db)
{
    /// <param name="since">Jobs that ended by this day are left out.</param>
    /// <param name="agency">Null for all.</param>
    /// <param name="only">Of these people; null for all.</param>
    public async Task<IReadOnlyList<PersonToTrain>> RunAsync(
        Viewer viewer, Domain.Framework framework, DateOnly since, Id<Agency>? agency,
        IReadOnlyCollection<Id<StaffMember>>? only, CancellationToken cancel)
    {
        var posts = db.Posts.OfPartnership(viewer).CurrentOn(since).Where(p => agency == null || p.AgencyId == agency);
        if (only is not null) posts = posts.Where(p => only.Contains(p.StaffId));
        var jobs = await (
            from post in posts
            join title in db.JobTitles on post.JobTitleId equals title.Id
            join need in db.Set<LevelRequirement>() on title.JobRoleId equals (Id<JobRole>?)need.JobRoleId
            where need.FrameworkId == framework.Id && need.LevelNumber != null
            select new { post.AgencyId, post.StaffId, Job = new PersonToTrain.Job(need.LevelNumber!.Value, post.StartedOn, post.LeftOn) })
            .ToListAsync(cancel);
        var records = db.TrainingRecords.OfPartnership(viewer).Where(r => r.State == RecordState.Verified);
        if (agency is not null || only is not null) records = records.Where(r => posts.Any(p => p.StaffId == r.StaffId));
        var trained = (await records
            .Select(r => new { r.StaffId, r.LevelNumber, r.AchievedOn, r.EndsOn, r.DecidedOn, r.BookingId }).ToListAsync(cancel))
            .ToLookup(r => r.StaffId, r => new PersonToTrain.Training(
                new(r.LevelNumber, r.AchievedOn, r.EndsOn), r.DecidedOn ?? r.AchievedOn, r.BookingId));
        return [.. jobs.GroupBy(j => (j.AgencyId, j.StaffId))
            .Select(g => new PersonToTrain(g.Key.AgencyId, g.Key.StaffId, [.. g.Select(j => j.Job)], [.. trained[g.Key.StaffId]]))];
    }
}
