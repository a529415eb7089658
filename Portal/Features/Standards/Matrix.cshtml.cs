using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Standards;

[Allow(Permission.ReadResults)]
public sealed class MatrixModel(Matrix matrix, Viewer viewer, UkClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public AgencyType? Type { get; set; }
    [BindProperty(SupportsGet = true)] public int? Phase { get; set; }
    [BindProperty(SupportsGet = true)] public Severity? Severity { get; set; }
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }
    [BindProperty(SupportsGet = true)] public Outcome? Outcome { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? AsAt { get; set; }
    public Matrix.Table Table { get; private set; } = null!;
    public DateOnly Today => clock.Today;
    public bool MayEvaluate => viewer.May(Permission.RunEvaluation);
    public bool WholePartnership => viewer.Reach(Permission.ReadResults) == Reach.Partnership;
    public int Following => Judged.Count(r => r.Count(Domain.Outcome.NotMet) + r.Count(Domain.Outcome.PartlyMet) + r.Count(Domain.Outcome.Unknown) == 0);
    public IReadOnlyList<Matrix.Row> Judged => [.. Table.Rows.Where(r => r.Cells.Values.Any(c => c.Outcome is not (Domain.Outcome.NotYetDue or Domain.Outcome.NotApplicable)))];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Table = await matrix.RunAsync(viewer, AsAt is { } day && day < Today ? day : Today, new(Type, Phase, Severity, Level, Outcome, Sort), cancel);
}
