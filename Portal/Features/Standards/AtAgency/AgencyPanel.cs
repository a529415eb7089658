using Portal.Features.Agencies;
using Portal.Features.Hubs;
using Portal.Features.Staff.AtAgency;

namespace Portal.Features.Standards.AtAgency;

/// <summary>
/// How an agency stands: its staff against what their jobs need, beside the share of them that the standard asks for, then every
/// standard and the open flags.
/// </summary>
public sealed class AgencyPanel(AgencyResults results, AgencyLevels levels, LastJudged judged) : IAgencyPanel
{
    /// <param name="JudgedAt">UTC; null before the first time.</param>
    public sealed record Standing(
        AgencyView.Details Agency, AgencyResults.Found Results, AgencyLevels.Against Levels, bool MayReadFlags, DateTime? JudgedAt);

    public int Order => 10;

    public async Task<Panel?> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel)
    {
        var id = agency.Agency.Id;
        var found = await results.RunAsync(viewer, id, cancel);
        var staff = agency.IsOpen ? await levels.RunAsync(viewer, id, cancel) : new([], 0, 0);
        var asked = found.Lines.FirstOrDefault(l => l.Measure == MeasureKeys.StaffAtRequiredLevel)?.MetAt;
        return new("~/Features/Standards/AtAgency/_AgencyResults.cshtml",
            new Standing(agency, found, new(agency, staff, asked, viewer), viewer.May(Permission.ReadFlags, id),
                agency.IsOpen ? await judged.RunAsync(viewer, cancel) : null),
            $"{Sentence(agency.Agency.Name, found)} {staff.Sentence}".Trim());
    }

    private static string Sentence(string name, AgencyResults.Found results)
    {
        var counted = results.Lines.Where(l => l.Outcome is not (Outcome.NotApplicable or Outcome.NotYetDue)).ToList();
        if (counted.Count == 0) return $"{name} has no results yet: they are worked out every night.";
        var met = counted.Count(l => l.Outcome == Outcome.Met);
        var unknown = counted.Count(l => l.Outcome == Outcome.Unknown);
        return met == counted.Count ? $"{name} follows every standard that applies to it."
            : $"{name} follows {met} of {counted.Count} standards that apply to it{(unknown == 0 ? "" : $"; {unknown} cannot be told")}.";
    }
}
