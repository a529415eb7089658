using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>S11: in-house courses whose latest review is a pass and no older than 24 months, of all that an agency offers.</summary>
public sealed class InHouseCoursesReviewed(PortalDb db) : IMeasure
{
    public string Key => MeasureKeys.InHouseCoursesReviewed;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "There are no in-house courses";

    public string Sentence(int numerator, int denominator) =>
        $"{numerator.Of(denominator, "in-house courses")} were reviewed against the common standard and passed";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel)
    {
        var courses = await db.Courses
            .Where(c => c.PartnershipId == question.PartnershipId && c.AgencyId != null
                && (question.AgencyId == null || c.AgencyId == question.AgencyId))
            .OfferedOn(question.Day)
            .Select(c => new
            {
                AgencyId = c.AgencyId!.Value, c.Code,
                Review = db.CourseReviews.Where(r => r.CourseId == c.Id && r.ReviewedOn <= question.Day)
                    .OrderByDescending(r => r.ReviewedOn).ThenByDescending(r => r.Id).FirstOrDefault(),
            }).ToListAsync(cancel);
        return [.. courses.GroupBy(c => c.AgencyId).Select(a => (a.Key, All: a.Count(),
                Lacking: a.Where(c => c.Review is not { Passed: true } review || !review.CountsOn(question.Day)).Select(c => c.Code).Order()
                    .ToList()))
            .Select(a => new Measured(a.Key, 0, a.All - a.Lacking.Count, a.All, Note: Note(a.Lacking)))];
    }

    private static string? Note(List<string> lacking) =>
        lacking.Count == 0 ? null : $"Not reviewed, or not passed: {string.Join(", ", lacking)}";
}
