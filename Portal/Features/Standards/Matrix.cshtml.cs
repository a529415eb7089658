using Portal.Features.Hubs;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards;

[Allow(Permission.ReadResults)]
public sealed class MatrixModel(Matrix matrix, KeptAnswers memory, Viewer viewer, UkClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public AgencyType? Type { get; set; }
    [BindProperty(SupportsGet = true)] public int? Phase { get; set; }
    [BindProperty(SupportsGet = true)] public Severity? Severity { get; set; }
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }
    [BindProperty(SupportsGet = true)] public Outcome? Outcome { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "The earlier day")] public DateOnly? AsAt { get; set; }
    private KeptMatrix.Sign? sign;

    /// <summary>
    /// The page as it was drawn before, while it would be drawn the same again; otherwise null, and
    /// then there is a table to draw.
    /// </summary>
    public RenderedPartial? Kept { get; private set; }
    public Matrix.Table Table { get; private set; } = null!;
    public DateOnly Today => clock.Today;
    public bool MayEvaluate => viewer.May(Permission.RunEvaluation);
    public bool WholePartnership => viewer.Reach(Permission.ReadResults) == Reach.Partnership;
    public int Following =>
        Judged.Count(r => r.Count(Domain.Outcome.NotMet) + r.Count(Domain.Outcome.PartlyMet) + r.Count(Domain.Outcome.Unknown) == 0);
    public IReadOnlyList<Matrix.Row> Judged =>
        [.. Table.Rows.Where(r => r.Cells.Values.Any(c => c.Outcome is not (Domain.Outcome.NotYetDue or Domain.Outcome.NotApplicable)))];

    private KeptMatrix.Page Key =>
        new(viewer.PartnershipId, viewer.Role, Today, $"{Request.PathBase}{Request.Path}{Request.QueryString}");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (AsAt > Today) ModelState.AddModelError(nameof(AsAt), "The earlier day must be today or in the past");
        var day = AsAt is { } asked && asked < Today ? asked : Today;
        sign = await matrix.SignAsync(viewer, day, cancel);
        Kept = sign is null ? null : memory.Find<RenderedPartial>(Key, sign);
        if (Kept is null) Table = await matrix.RunAsync(viewer, day, new(Type, Phase, Severity, Level, Outcome, Sort), cancel);
    }

    public RenderedPartial Keep(RenderedPartial drawn) => sign is null ? drawn : memory.Keep(Key, sign, drawn, Table.Rows.Count);
}
