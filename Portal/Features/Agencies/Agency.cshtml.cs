using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Features.Agencies.Commitments;
using Portal.Security;

namespace Portal.Features.Agencies;

[Allow(Permission.ReadAgencies)]
public sealed class AgencyModel(AgencyView agencies, AgencyResults results, AgencyLevels levels, AgencyHistory history, LatestReturn returns, CommitmentTexts commitments, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    public AgencyResults.Found Results { get; private set; } = null!;
    public AgencyLevels.Found Levels { get; private set; } = null!;
    public IReadOnlyList<AgencyHistory.Line> History { get; private set; } = [];

    /// <summary>Null while no skill-gap assessment is signed.</summary>
    public LatestReturn.Figures? Return { get; private set; }
    public CommitmentTexts.Text Commitment { get; private set; } = null!;

    /// <summary>The percentage of staff at their level that is asked for; null while nothing is measured.</summary>
    public int? Threshold => Results.Lines.FirstOrDefault(l => l.Measure == MeasureKeys.StaffAtRequiredLevel)?.MetAt;
    public bool MayReadFlags => Viewer.May(Permission.ReadFlags, AgencyId);
    public string Sentence => AgencySentence.Of(Details, Results, Levels);

    public IReadOnlyList<LevelBars.Row> Bars => [.. Levels.Rows.Select(r => new LevelBars.Row($"Level {r.Code}: {r.Title}", r.Needed, r.InDate, r.Lapsed, Staff(r.Level)))];

    private string? Staff(int level) => Viewer.May(Permission.ReadStaff, AgencyId) ? Url.Page("/Staff/People/Index", new { agency = Viewer.Reach(Permission.ReadStaff) == Reach.Partnership ? $"{AgencyId}" : null, level }) : null;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Results = await results.RunAsync(Viewer, AgencyId, cancel);
        Levels = await levels.RunAsync(Viewer, AgencyId, cancel);
        History = await history.RunAsync(Viewer, AgencyId, cancel);
        Return = await returns.RunAsync(Viewer, AgencyId, cancel);
        Commitment = (await commitments.RunAsync(Viewer, cancel))[0];
        return true;
    }
}
