using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Staff.Training;

/// <summary>Training records that wait for a second person, the longest waiting first.</summary>
public sealed class RecordsToVerify(PortalDb db, WouldCount counting, UkClock clock)
{
    public sealed record Filter(string? Search = null, Id<Agency>? Agency = null, int Page = 1);

    public async Task<Page<RecordToVerify>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel)
    {
        var waiting = Waiting(viewer);
        if (filter.Agency is { } agency) waiting = waiting.Where(r => r.AgencyId == agency);
        if (filter.Search is { } search)
        {
            var lower = search.ToLowerInvariant();
            var named = db.Staff.OfPartnership(viewer).Where(NameSearch.For(search).Of((StaffMember s) => s.Name));
            waiting = waiting.Where(r => r.Course.ToLower().Contains(lower) || named.Any(s => s.Id == r.StaffId));
        }
        var page = await waiting.OrderBy(r => r.Id).Select(await ToRowAsync(viewer, cancel)).ToPageAsync(filter.Page, cancel);
        return new(await ToldAsync(viewer, page.Rows, cancel), page.Number, page.Total);
    }

    /// <summary>The agencies of what waits, for whoever decides for several; none for anyone else.</summary>
    public async Task<IReadOnlyList<Choice>> AgenciesAsync(Viewer viewer, CancellationToken cancel) =>
        viewer.Reach(Permission.VerifyTraining) != Reach.Partnership ? []
            : [.. (await db.Agencies.OfPartnership(viewer).Where(a => Waiting(viewer).Select(r => r.AgencyId).Contains(a.Id))
                .OrderBy(a => NameSearch.Folded(a.Name)).Select(a => new { a.Id, a.Name }).ToListAsync(cancel))
                    .Select(a => new Choice($"{a.Id}", a.Name))];

    /// <summary>How many the viewer can decide on: all of them but those that are theirs.</summary>
    public async Task<int> CountAsync(Viewer viewer, CancellationToken cancel)
    {
        var own = await OwnAsync(viewer, cancel);
        return await Waiting(viewer)
            .CountAsync(r => (r.RecordedBy == null || r.RecordedBy != viewer.UserId) && !own.Contains(r.StaffId), cancel);
    }

    /// <summary>One of them; null when it is not there, not within reach or already decided.</summary>
    public async Task<RecordToVerify?> OneAsync(Viewer viewer, Id<TrainingRecord> recordId, CancellationToken cancel) =>
        (await ToldAsync(viewer, await Rows(viewer).Where(r => r.Id == recordId).Select(await ToRowAsync(viewer, cancel))
            .ToListAsync(cancel), cancel)).SingleOrDefault();

    /// <summary>Those of some that still wait for a second person.</summary>
    public async Task<IReadOnlyList<RecordToVerify>> SomeAsync(
        Viewer viewer, IReadOnlyCollection<Id<TrainingRecord>> ids, CancellationToken cancel) =>
        await ToldAsync(viewer, await Waiting(viewer).Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id)
            .Select(await ToRowAsync(viewer, cancel)).ToListAsync(cancel), cancel);

    private IQueryable<TrainingRecord> Waiting(Viewer viewer) => Rows(viewer).Where(r => r.State == RecordState.Unverified);

    private IQueryable<TrainingRecord> Rows(Viewer viewer) => db.TrainingRecords.ToDecideBy(viewer, db, clock.Today);

    private Task<IReadOnlyList<Id<StaffMember>>> OwnAsync(Viewer viewer, CancellationToken cancel) =>
        db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId);

    /// <summary>With until when each would count, and who decides where the viewer cannot.</summary>
    private async Task<IReadOnlyList<RecordToVerify>> ToldAsync(
        Viewer viewer, IReadOnlyList<RecordToVerify> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return rows;
        var answers = await counting.EachAsync(
            viewer, [.. rows.Select(r => new WouldCount.Training(r.StaffId, r.LevelNumber, r.AchievedOn, r.EndsOn))], cancel);
        var mine = rows.Where(r => r.Mine).Select(r => r.StaffId).ToHashSet();
        var who = mine.Count == 0 ? null : await WhoDecides.OfAsync(db, viewer, mine, clock.Today, cancel);
        return [.. rows.Select((r, i) => r with
        {
            Counting = answers[i], WhoElse = r.Mine ? WhoDecides.Named(who!.Of(r.AgencyId, r.StaffId, r.RecordedBy)) : null,
        })];
    }

    private async Task<Expression<Func<TrainingRecord, RecordToVerify>>> ToRowAsync(Viewer viewer, CancellationToken cancel)
    {
        var own = await OwnAsync(viewer, cancel);
        return r => new RecordToVerify
        {
            Id = r.Id, StaffId = r.StaffId, Person = db.Staff.Where(s => s.Id == r.StaffId).Select(s => s.Name).First(),
            AgencyId = r.AgencyId, Agency = db.Agencies.Where(a => a.Id == r.AgencyId).Select(a => a.Name).FirstOrDefault(),
            LevelNumber = r.LevelNumber, Course = r.Course, Provider = r.Provider, Reference = r.Reference, AchievedOn = r.AchievedOn,
            EndsOn = r.EndsOn, Source = r.Source, RecordedBy = r.RecordedBy,
            RecordedByName = db.Users.Where(u => u.Id == r.RecordedBy).Select(u => u.Name).FirstOrDefault(), EvidenceId = r.EvidenceId,
            EvidenceName = db.Files.Where(f => f.Id == r.EvidenceId).Select(f => f.Name).FirstOrDefault(), CorrectsId = r.CorrectsId,
            Mine = (r.RecordedBy != null && r.RecordedBy == viewer.UserId) || own.Contains(r.StaffId), Version = r.Version,
        };
    }
}
