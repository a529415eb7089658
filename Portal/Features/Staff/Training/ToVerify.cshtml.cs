using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Staff.Training;

[Allow(Permission.VerifyTraining)]
public sealed class ToVerifyModel(RecordsToVerify records, Viewer viewer) : PageModel
{
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<RecordsToVerify.Row> Found { get; private set; } = null!;

    /// <summary>Who decides on the viewer’s own; null when none of theirs is shown.</summary>
    public string? WhoElse { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Found = await records.RunAsync(viewer, Number, cancel);
        if (Found.Rows.Any(r => r.Mine)) WhoElse = await records.WhoElseAsync(viewer, cancel);
    }
}
