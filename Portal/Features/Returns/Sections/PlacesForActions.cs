using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>
/// For each action of a return that is to place people on a course: how many places people of its jobs have had since its figures were
/// taken, on courses that lead to the level they lack.
/// </summary>
public sealed class PlacesForActions(PortalDb db, UkClock clock)
{
    /// <param name="Booked">To come, and attended.</param>
    /// <param name="Of">How many people the action is for.</param>
    public sealed record Count(int Booked, int Attended, int Of, DateOnly Since)
    {
        public string Words => $"{Domain.Words.Number(Booked)} of {Domain.Words.Number(Of)} since {Domain.Words.Day(Since)}"
            + (Attended == 0 ? "" : $", {Domain.Words.Number(Attended)} of them attended");
    }

    public async Task<IReadOnlyDictionary<Id<GapAction>, Count>> RunAsync(
        ReturnView.Details details, ActionsSection.Plans plans, CancellationToken cancel)
    {
        var actions = plans.Actions.Where(a => a.Action.Route == ActionRoute.PlaceOnCourse).ToList();
        if (actions.Count == 0) return new Dictionary<Id<GapAction>, Count>();
        var (taken, today) = (details.Return.FiguresTakenAt, clock.Today);
        var (agency, framework) = (details.Return.AgencyId, details.Framework.Code);
        var places = await (
            from booking in db.Bookings
            where booking.AgencyId == agency && (booking.State == BookingState.Booked || booking.State == BookingState.Attended)
                && booking.Events.Any(e => e.At >= taken && BookingWords.GivePlace.Contains(e.Step))
            join run in db.CourseRuns on booking.RunId equals run.Id
            join level in db.Set<CoveredLevel>().Where(l => l.Framework == framework) on run.CourseId equals level.CourseId
            join post in db.Posts.CurrentOn(today).Where(p => p.AgencyId == agency) on booking.StaffId equals post.StaffId
            join title in db.JobTitles on post.JobTitleId equals title.Id
            select new { booking.Id, booking.State, title.JobRoleId, level.LevelNumber }).ToListAsync(cancel);
        return actions.ToDictionary(a => a.Action.Id, a =>
        {
            var closing = a.Gaps.SelectMany(g => Competence.Satisfying(details.Framework, g.Line.LevelNumber!.Value)
                .Select(l => (g.Line.JobRoleId, l.Number))).ToHashSet();
            var own = places.Where(p => closing.Contains((p.JobRoleId, p.LevelNumber))).DistinctBy(p => p.Id).ToList();
            return new Count(own.Count, own.Count(p => p.State == BookingState.Attended), a.Action.People, UkClock.DayOf(taken));
        });
    }
}
