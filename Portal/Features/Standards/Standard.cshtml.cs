using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards;

[Allow(Permission.ReadStandards)]
public sealed class StandardModel(StandardView view, Viewer viewer, UkClock clock) : LoadedPageModel<StandardView.Details>
{
    [FromRoute] public string StandardCode { get; set; } = "";
    [FromQuery] public DateOnly? AsAt { get; set; }
    [FromQuery] public int? Version { get; set; }
    public StandardView.Details Details => Loaded;
    public StandardView.Version Shown => Details.Shown;
    public bool MayDraft => viewer.May(Permission.EditStandards) && Shown.Standard.Measure is not null
        && Details.Versions.All(v => v.Place != VersionPlace.Draft);

    /// <summary>Where agencies stand in a sentence; null while nothing is judged.</summary>
    public string? Sentence => StandardSentence.Of(Shown.Standard, Details.Lines);

    /// <summary>
    /// How agencies stand, once for each level of a standard that is measured by level; agencies it does not
    /// apply to are counted apart.
    /// </summary>
    public IEnumerable<(string Caption, List<DotPlot.Row> Rows, int NotApplicable)> Plots =>
        Details.Lines.GroupBy(l => l.Level).Select(g => (
            g.Key == 0 ? "How every agency stands" : $"Level {Details.Levels.FirstOrDefault(l => l.Number == g.Key)?.Code ?? $"{g.Key}"}",
            g.Where(l => l.Outcome != Outcome.NotApplicable).Select(Row).ToList(),
            g.Count(l => l.Outcome == Outcome.NotApplicable)));

    protected override Task<StandardView.Details?> FindAsync(CancellationToken cancel) =>
        view.RunAsync(viewer, StandardCode, AsAt is { } day && day < clock.Today ? day : clock.Today, Version, cancel);

    private DotPlot.Row Row(StandardView.Line l) =>
        new(l.Agency, l.Outcome, l.Denominator == 0 ? null : new Share(l.Numerator, l.Denominator),
            Url.Content($"~/Agencies/{l.AgencyId}#{Standard.Key(Shown.Standard.Code, l.Level)}"),
            l.Note, l.FlagId is { } flag ? Url.Content($"~/Flags/{flag}") : null);
}
