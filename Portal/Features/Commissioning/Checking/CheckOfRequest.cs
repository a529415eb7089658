using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>How a request stands against each clause that holds for it, by what the data say today and what people found.</summary>
public sealed class CheckOfRequest(PortalDb db, TermsOfPartnership terms, UkClock clock)
{
    public async Task<IReadOnlyList<ClauseStanding>> RunAsync(
        Viewer viewer, CommissioningRequest request, IReadOnlyList<Clause> clauses, CancellationToken cancel)
    {
        var facts = await FactsAsync(viewer, request, cancel);
        // What was found before it was last sent was found of something else.
        var findings = await db.ClauseFindings.AsNoTracking().Where(f => f.RequestId == request.Id && f.At >= request.SubmittedAt)
            .ToDictionaryAsync(f => f.ClauseCode, cancel);
        return [.. clauses.Select(c => ClauseCheck.Of(c, facts, findings.GetValueOrDefault(c.Code)))];
    }

    private async Task<ClauseFacts> FactsAsync(Viewer viewer, CommissioningRequest request, CancellationToken cancel)
    {
        var today = clock.Today;
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, today, cancel);
        var offered = await db.Courses.AsNoTracking().AsSplitQuery().OfPartnership(viewer).OfferedOn(today)
            .Where(c => c.AgencyId == null || c.AgencyId == request.AgencyId)
            .Include(c => c.Levels).Include(c => c.Competencies).OrderBy(c => c.Code).ThenBy(c => c.Id).ToListAsync(cancel);
        var course = offered.Find(c => c.Id == request.CourseId);
        var provider = await db.Providers.AsNoTracking().Include(p => p.Marks)
            .SingleOrDefaultAsync(p => p.Id == request.ProviderId, cancel);
        var statements = Codes(framework?.Competencies.Where(c => c.LevelNumber == request.LevelNumber).Select(c => c.Code));
        var covered = course is null ? request.Competencies.Split(' ') : Statements(course, framework);
        var atLevel = offered
            .Where(c => c.Levels.Any(l => l.Framework == framework?.Code && l.LevelNumber == request.LevelNumber)).ToList();
        var strands = request.Strands.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = await db.Strands.OfPartnership(viewer).ToDictionaryAsync(s => s.Code, s => s.Name, cancel);
        var asked = new CourseOverlap.Side(null, false, request.LevelNumber is { } level ? [level] : [], [.. covered], strands);
        return new(request, provider is not null, AccreditedUntil(request, course, provider),
            framework?.Levels.Select(l => l.Number).DefaultIfEmpty().Max() ?? 0,
            framework?.Levels.FirstOrDefault(l => l.Number == request.LevelNumber)?.Code ?? "", statements, covered,
            course?.Strands.Split(' ') ?? strands, [.. atLevel.Select(c => c.Price).Order()],
            course is not null ? []
                : [.. atLevel.Where(c => CourseOverlap.Between(asked, CourseOverlap.Side.Of(c, framework?.Code))?.Percent
                    >= CourseOverlap.WorthALook).Select(c => $"{c.Code} {c.Title}")],
            (await terms.RunAsync(viewer, cancel)).ReferencePrice, names);
    }

    /// <summary>By the course’s own accreditation or a mark of the provider, whichever lasts longer and counts on the first day.</summary>
    private static DateOnly? AccreditedUntil(CommissioningRequest request, Course? course, Provider? provider)
    {
        if (request.From is not { } first) return null;
        DateOnly?[] ends =
        [
            course?.AccreditedUntil >= first ? course.AccreditedUntil : null,
            .. (provider?.Marks ?? []).Where(m => m.CountsOn(first)).Select(m => (DateOnly?)(m.EndsOn ?? DateOnly.MaxValue)),
        ];
        return ends.Max();
    }

    private static string[] Statements(Course course, Domain.Framework? framework) =>
        Codes(course.Competencies.Where(c => c.Framework == framework?.Code).Select(c => c.Code));

    private static string[] Codes(IEnumerable<string>? codes) => [.. (codes ?? []).Order(StringComparer.Ordinal)];
}
