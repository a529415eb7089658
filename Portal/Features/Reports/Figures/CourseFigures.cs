using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Catalogue;
using Portal.Features.Standards.Measures;

namespace Portal.Features.Reports.Figures;

/// <summary>
/// What an edition says of courses, asked as the pages of courses and standard S14 ask it, as at the cut-off day. Null while the
/// partnership has no course.
/// </summary>
public sealed class CourseFigures(PortalDb db, CoverageView coverage, PlacesUsed used)
{
    /// <summary>How many pairs that overlap an edition names.</summary>
    private const int MostOverlaps = 10;

    public async Task<EditionCourses?> RunAsync(Viewer viewer, CutOff cutOff, CancellationToken cancel)
    {
        var day = cutOff.Day;
        var courses = db.Courses.OfPartnership(viewer);
        if (!await courses.AnyAsync(cancel)) return null;
        var (from, end) = (UkClock.StartOf(day.AddYears(-1)), UkClock.StartOf(day.AddDays(1)));
        var dates = db.CourseRuns.OfPartnership(viewer).Where(r => r.State == RunState.Published && r.EndsAt >= from && r.EndsAt < end);
        var places = await dates.Select(r => r.MaxPlaces).ToListAsync(cancel);
        var places12 = await used.RunAsync(new(viewer.PartnershipId, cutOff.Framework, day), cancel);
        var picture = await coverage.AsAtAsync(viewer, day, cancel);
        return new(
            Dates: places.Count,
            Places: places.Sum(),
            Taken: await db.Bookings.HoldingPlaces().CountAsync(b => dates.Any(r => r.Id == b.RunId), cancel),
            Booked: places12.Sum(m => m.Denominator),
            Used: places12.Sum(m => m.Numerator),
            InHouse: await courses.OfferedOn(day).CountAsync(c => c.AgencyId != null, cancel),
            ToReview: await courses.OfferedOn(day).NotReviewedOn(db, day)
                .Join(db.Agencies, c => c.AgencyId, a => (Id<Agency>?)a.Id, (c, a) => new { c.Code, c.Title, Agency = a.Name })
                .OrderBy(c => c.Agency).ThenBy(c => c.Code).Select(c => new CourseToReview(c.Code, c.Title, c.Agency)).ToListAsync(cancel),
            MarksEnding: await MarksAsync(viewer, day, cancel),
            Overlaps: [.. picture.Pairs.Take(MostOverlaps).Select(p => new OverlapLine(
                $"{p.One.Code} {p.One.Title}", $"{p.Other.Code} {p.Other.Title}", p.Overlap.Percent, p.Places, p.Cost))],
            OverlapsInAll: picture.PairsInAll);
    }

    private async Task<List<MarkEnding>> MarksAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        var providers = await db.Providers.AsNoTracking().OfPartnership(viewer)
            .LosingTheirMarkBy(db, day, day.AddDays(EditionCourses.MarkDays)).Include(p => p.Marks).ToListAsync(cancel);
        return [.. providers.Select(p => (p.Name, Last: p.Marks.Where(m => m.CountsOn(day)).MaxBy(m => m.EndsOn)!))
            .Select(p => new MarkEnding(p.Name, p.Last.Words, p.Last.EndsOn!.Value)).OrderBy(m => m.EndsOn).ThenBy(m => m.Provider)];
    }
}
