using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Figures;

/// <summary>
/// Everything an edition says as at its cut-off day, read from the history of results: a constant number of queries,
/// however many agencies there are.
/// </summary>
public sealed class EditionFigures(
    PortalDb db, CutOffReading reading, EditionAgencies agencies, EditionCleared cleared, EditionLines lines, ReturnFigures returns,
    CostFigures costs, StaffListsAsAt lists, CourseFigures courses, SinceTheCutOff since,
    CommissioningFigures commissioning)
{
    public async Task<EditionContent> RunAsync(
        Viewer viewer, Body body, DateOnly meetingOn, DateOnly day, Edition? previous, CancellationToken cancel)
    {
        var partnership = await db.Partnerships.AsNoTracking().SingleAsync(p => p.Id == viewer.PartnershipId, cancel);
        var cutOff = await reading.RunAsync(viewer, day, cancel);
        var begun = cutOff.Agencies.Where(a => a.HasBegun).ToDictionary(a => a.Agency.Id, a => a.Agency.Name);
        var returned = await returns.RunAsync(viewer, cutOff.Framework, begun, day, cancel);
        var spending = await costs.RunAsync(viewer, day, cancel);
        var staffListOf = await lists.RunAsync(viewer, day, cancel);

        var before = previous?.Read();
        var beside = new EditionAgencies.Beside(staffListOf, returned.Entries, spending?.Agencies.ToDictionary(c => c.AgencyId) ?? []);
        var entries = await agencies.RunAsync(viewer, cutOff, before, beside, cancel);
        var closed = await cleared.RunAsync(viewer, cutOff, before?.CutOffOn, cancel);
        var headline = EditionSummary.Headline(cutOff, entries, closed.Count, before);
        var asks = EditionSentences.Asks(entries, cutOff.CountedBy(MeasureKeys.ReturnedAndSigned));
        IReadOnlyList<Recommendation> points =
        [
            .. EditionSentences.Recommendations(headline, asks), .. ReturnSentences.Recommendations(returned.Returns, spending, meetingOn),
        ];
        var content = new EditionContent(
            Partnership: partnership.Name,
            ShortName: partnership.ShortName,
            Body: body.Name,
            MeetingOn: meetingOn,
            CutOffOn: day,
            PreviousNumber: previous?.Number,
            PreviousCutOffOn: before?.CutOffOn,
            Framework: $"{cutOff.Framework.Title}, version {cutOff.Framework.Number}",
            Headline: headline,
            Recommendations: [.. points.Select(p => p.Text)],
            Standards: await lines.RunAsync(viewer, cutOff, cancel),
            Agencies: entries,
            Cleared: closed,
            Levels: EditionSummary.Levels(cutOff),
            Caveats: EditionSummary.Caveats(cutOff),
            Returns: returned.Returns.Asked == 0 ? null : returned.Returns,
            Costs: spending,
            Resolution: partnership.Resolution,
            Courses: await courses.RunAsync(viewer, cutOff, cancel),
            Asks: asks,
            LevelsWithout: EditionSummary.LevelsWithout(cutOff),
            Points: points,
            Commissioning: await commissioning.RunAsync(viewer, cutOff, cancel));
        return content with { Since = await since.RunAsync(viewer, content, cancel) };
    }
}
