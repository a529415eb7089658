using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections.Counted;

/// <summary>
/// Who is behind a line of a return, a page at a time: counted as the line was, on the cut-off day, by what is known of it now. For those
/// who may read the agency's staff.
/// </summary>
public sealed class LinePeople(PortalDb db, UkClock clock)
{
    /// <param name="Held">They held the level on the cut-off day.</param>
    /// <param name="HoldsNow">They hold it today.</param>
    /// <param name="Until">The last day on which they held it, or will; null when they never did, or it does not lapse.</param>
    public sealed record Person(Id<StaffMember> Id, string Name, bool Held, bool HoldsNow, DateOnly? Until);

    /// <summary>Whoever reads all the staff of the agency; a line manager reads a team alone.</summary>
    public static bool MayBeReadBy(Viewer viewer, Id<Agency> agency) =>
        viewer.Reach(Permission.ReadStaff) != Reach.Team && viewer.May(Permission.ReadStaff, agency);

    public async Task<Page<Person>> RunAsync(ReturnView.Details details, PeopleSection.Row row, int page, CancellationToken cancel)
    {
        var (cycle, framework, level) = (details.Cycle, details.Framework, row.Line.LevelNumber);
        var code = await db.JobRoles.Where(r => r.Id == row.Line.JobRoleId).Select(r => r.Code).SingleOrDefaultAsync(cancel);
        var counted = GapCount.ByJob(db, InPost(details), cycle).Where(n => n.Level == level && n.Role == code).Select(n => n.StaffId);
        var found = await db.Staff.AsNoTracking().Where(s => counted.Contains(s.Id)).OrderBy(s => NameSearch.Folded(s.Name))
            .ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Name }).ToPageAsync(page, cancel);
        var ids = found.Rows.Select(s => s.Id).ToList();
        var held = (await db.TrainingRecords.Where(r => ids.Contains(r.StaffId) && r.State == RecordState.Verified)
            .Select(r => new { r.StaffId, Held = new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn) }).ToListAsync(cancel))
            .ToLookup(r => r.StaffId, r => r.Held);
        return new([.. found.Rows.Select(s => Of(s.Id, s.Name, [.. held[s.Id]]))], found.Number, found.Total);

        Person Of(Id<StaffMember> id, string name, IReadOnlyCollection<Competence.Held> records)
        {
            if (level is not { } need) return new(id, name, false, false, null);
            var (then, now) = (
                Competence.Holds(framework, records, need, cycle.CutOffOn), Competence.Holds(framework, records, need, clock.Today));
            var last = Competence.LastAnswered(framework, records, need, clock.Today)?.LastDay;
            // In date and yet not held: a lower level is missing, which no day says.
            return new(id, name, then, now, now || last < clock.Today ? last : null);
        }
    }

    /// <summary>How many of those who did not hold their level on the cut-off day, and are still in post, hold it today.</summary>
    public Task<int> SinceAsync(ReturnView.Details details, CancellationToken cancel)
    {
        var framework = details.Framework;
        var heldThen = InPost(details)
            .Where(Need.OfOwnLevel(framework, level => Holding.Holds(db, framework, level, details.Cycle.CutOffOn))).Select(n => n.StaffId);
        var stillThere = Need.Posts(db, details.Cycle.PartnershipId, clock.Today, details.Return.AgencyId).Select(p => p.StaffId);
        return InPost(details).Where(Need.OfOwnLevel(framework, level => Holding.Holds(db, framework, level, clock.Today)))
            .CountAsync(n => !heldThen.Contains(n.StaffId) && stillThere.Contains(n.StaffId), cancel);
    }

    private IQueryable<Need> InPost(ReturnView.Details details) => Need.InPost(
        db, details.Cycle.PartnershipId, details.Cycle.FrameworkId, details.Cycle.CutOffOn, details.Return.AgencyId);
}
