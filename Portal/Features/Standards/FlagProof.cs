using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Standards.Measures;

namespace Portal.Features.Standards;

/// <summary>The chain of proof behind one flag: the clause, the rule, the count, the people behind it and what would clear it. Null when it may not be seen.</summary>
public sealed class FlagProof(PortalDb db, UkClock clock, IEnumerable<IMeasure> measures, ReturnProof returns)
{
    /// <summary>One standing in the flag's life.</summary>
    public sealed record Step(DateOnly From, Outcome Outcome, int Numerator, int Denominator, string? Note);

    public sealed record Person(Id<StaffMember> Id, string Name, string Jobs, string Why);

    /// <param name="Standing">The standing that the flag rests on: today's, or the last before it closed.</param>
    /// <param name="Sentence">The count in words: "62 of 81 staff (77%) were at their required level".</param>
    /// <param name="People">Who fails, a page at a time; null when the standard does not turn on people, when the flag is closed, or when the viewer may not see names.</param>
    /// <param name="Return">What was counted, for a standard about skill-gap assessments.</param>
    /// <param name="Shortfall">How many people or fields the count lacks.</param>
    public sealed record Details(
        Flag Flag, string Agency, DateOnly? StaffListConfirmedOn, Standard Standard, string? LevelCode, Step Standing, string Sentence, IReadOnlyList<Step> History,
        Page<Person>? People, bool TurnsOnPeople, int Shortfall, Evaluation? Evaluated, ReturnProof.Details? Return);

    public async Task<Details?> RunAsync(Viewer viewer, Id<Flag> flagId, int page, CancellationToken cancel)
    {
        var flag = await db.Flags.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(f => f.Id == flagId, cancel);
        if (flag is null) return null;
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == flag.AgencyId, cancel);
        var last = flag.ClosedOn?.AddDays(-1) ?? clock.Today;
        var history = await db.StandardResults.AsNoTracking()
            .Where(r => r.AgencyId == flag.AgencyId && r.StandardCode == flag.StandardCode && r.Level == flag.Level && r.From <= last && (r.Until == null || r.Until > flag.FirstSeenOn))
            .OrderByDescending(r => r.From).ToListAsync(cancel);
        var standing = history.FirstOrDefault();
        var standard = standing is null
            ? await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => s.Code == flag.StandardCode && s.EffectiveFrom <= clock.Today).OrderByDescending(s => s.Number).FirstAsync(cancel)
            : await db.Standards.AsNoTracking().SingleAsync(s => s.Id == standing.StandardId, cancel);
        var measure = measures.Single(m => m.Key == standard.Measure);
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, last, cancel);
        var failing = framework is null || flag.ClosedOn is not null ? null
            : await measure.FailingAsync(new(viewer.PartnershipId, framework, clock.Today, flag.AgencyId), flag.Level, cancel);
        var people = failing is null || !viewer.May(Permission.ReadStaff, flag.AgencyId) ? null
            : await PeopleAsync(failing, measure, new(viewer.PartnershipId, framework!, clock.Today, flag.AgencyId), page, cancel);
        var now = new Step(standing?.From ?? flag.FirstSeenOn, standing?.Outcome ?? Outcome.Unknown, standing?.Numerator ?? 0, standing?.Denominator ?? 0, standing?.Note);
        return new(flag, agency.Name, agency.StaffListConfirmedOn, standard, framework?.Levels.FirstOrDefault(l => l.Number == flag.Level)?.Code, now,
            measure.Sentence(now.Numerator, now.Denominator), [.. history.Select(r => new Step(r.From, r.Outcome, r.Numerator, r.Denominator, r.Note))],
            people, failing is not null, now.Denominator - now.Numerator,
            await db.Evaluations.AsNoTracking().OfPartnership(viewer).Where(e => e.AsAt <= last).OrderByDescending(e => e.AsAt).ThenByDescending(e => e.Id).FirstOrDefaultAsync(cancel),
            framework is null ? null : await ReturnAsync(viewer, measure, new(viewer.PartnershipId, framework, last), flag, cancel));
    }

    /// <summary>A closed flag lists nothing, because nothing is missing any more.</summary>
    private async Task<ReturnProof.Details?> ReturnAsync(Viewer viewer, IMeasure measure, Question question, Flag flag, CancellationToken cancel) =>
        await returns.RunAsync(viewer, measure, question, flag.AgencyId, cancel) is { } made ? flag.ClosedOn is null ? made : made with { Lacking = null } : null;

    private async Task<Page<Person>> PeopleAsync(IQueryable<Id<StaffMember>> failing, IMeasure measure, Question question, int number, CancellationToken cancel)
    {
        var found = await db.Staff.AsNoTracking().Where(s => failing.Contains(s.Id)).OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new { s.Id, s.Name, s.Email }).ToPageAsync(number, cancel);
        var ids = found.Rows.Select(s => s.Id).ToList();
        var jobs = (await (
            from post in question.Posts(db)
            where ids.Contains(post.StaffId)
            join title in db.JobTitles on post.JobTitleId equals title.Id
            select new
            {
                post.StaffId,
                title.Title,
                post.StartedOn,
                Level = db.Set<LevelRequirement>().Where(r => r.FrameworkId == question.Framework.Id && r.JobRoleId == title.JobRoleId).Select(r => r.LevelNumber).FirstOrDefault(),
            }).ToListAsync(cancel)).ToLookup(j => j.StaffId);
        var held = (await db.TrainingRecords.Where(r => ids.Contains(r.StaffId) && r.State == RecordState.Verified)
            .Select(r => new { r.StaffId, Held = new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn) }).ToListAsync(cancel)).ToLookup(r => r.StaffId, r => r.Held);
        return new([.. found.Rows.Select(s => new Failing(s.Id, s.Name, s.Email, jobs[s.Id].Max(j => j.Level), [.. jobs[s.Id].Select(j => new Failing.Job(j.Title, j.Level is not null, j.StartedOn))], [.. held[s.Id]]))
            .Select(p => new Person(p.Id, p.Name, string.Join(", ", p.Jobs.Select(j => j.Title)), measure.Why(p, question)))], found.Number, found.Total);
    }
}
