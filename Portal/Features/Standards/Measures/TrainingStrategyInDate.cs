using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S02: whether the latest approved training strategy is within its review date; partly met in the last 30 days before it.
/// </summary>
public sealed class TrainingStrategyInDate(PortalDb db) : IMeasure
{
    public string Key => MeasureKeys.TrainingStrategyInDate;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "No strategy is expected";

    public string Sentence(int numerator, int denominator) =>
        numerator == 1 ? "An approved training strategy was in date" : "No approved training strategy was in date";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel)
    {
        var approved = db.TrainingStrategies.Where(s => s.ApprovedOn <= question.Day);
        var latest = await db.Agencies.Where(a => a.PartnershipId == question.PartnershipId)
            .Select(a => new
            {
                a.Id,
                ReviewOn = approved.Where(s => s.AgencyId == a.Id).OrderByDescending(s => s.ApprovedOn).ThenByDescending(s => s.ReviewOn)
                    .Select(s => (DateOnly?)s.ReviewOn).FirstOrDefault(),
            }).ToListAsync(cancel);
        return [.. latest.Select(a => Judge(a.Id, a.ReviewOn, question.Day))];
    }

    private static Measured Judge(Id<Agency> agency, DateOnly? reviewOn, DateOnly day) => reviewOn switch
    {
        null => new(agency, 0, 0, 1, Outcome.NotMet, "No approved strategy is filed"),
        { } on when on < day => new(agency, 0, 0, 1, Outcome.NotMet, $"Review was due on {on.Words()}"),
        { } on when on <= day.AddDays(30) => new(agency, 0, 1, 1, Outcome.PartlyMet, $"Review is due on {on.Words()}"),
        { } on => new(agency, 0, 1, 1, Outcome.Met, $"In date until {on.Words()}"),
    };
}
