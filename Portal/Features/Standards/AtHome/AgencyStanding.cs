using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Standards.AtHome;

/// <summary>How an agency stands against each standard, for its leads.</summary>
public sealed class AgencyStanding(PortalDb db, UkClock clock) : IHomePanel
{
    /// <param name="Trend">Per cent at the end of each of the last four quarters, oldest first.</param>
    public sealed record Line(
        string Code, string ShortName, int Level, Outcome Outcome, int Numerator, int Denominator, string? Note, IReadOnlyList<int?> Trend);

    public sealed record Standing(Id<Agency> AgencyId, string Agency, IReadOnlyList<Line> Lines);

    public int Order => 20;
    public IReadOnlyList<Role> Roles => [Role.TrainingLead, Role.ExecutiveLead];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var agency = await db.Agencies.VisibleTo(viewer).Where(a => a.Id == viewer.AgencyId).Select(a => new { a.Id, a.Name })
            .SingleAsync(cancel);
        return new("~/Features/Standards/AtHome/_AgencyStanding.cshtml",
            new Standing(agency.Id, agency.Name, await LinesAsync(viewer, agency.Id, cancel)));
    }

    private async Task<IReadOnlyList<Line>> LinesAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel)
    {
        var quarters = Quarters.UpTo(clock.Today);
        var oldest = quarters[0];
        var results = await (
            from result in db.StandardResults.AsNoTracking().VisibleTo(viewer)
            where result.AgencyId == agencyId && (result.Until == null || result.Until > oldest)
            join standard in db.Standards on result.StandardId equals standard.Id
            select new { Result = result, standard.ShortName }).ToListAsync(cancel);
        var standing = from history in results.GroupBy(r => (r.Result.StandardCode, r.Result.Level))
                       let last = history.SingleOrDefault(r => r.Result.Until is null)
                       where last is not null
                       select (last.Result, last.ShortName,
                           Trend: quarters.Select(day => history.FirstOrDefault(r => r.Result.StandsOn(day))?.Result.Percent));
        return [.. standing.OrderBy(s => s.Result.StandardCode, StringComparer.Ordinal).ThenBy(s => s.Result.Level).Select(s => new Line(
            s.Result.StandardCode, s.ShortName, s.Result.Level, s.Result.Outcome, s.Result.Numerator, s.Result.Denominator, s.Result.Note,
            [.. s.Trend]))];
    }
}
