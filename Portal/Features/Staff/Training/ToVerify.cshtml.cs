using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Training;

[Allow(Permission.VerifyTraining)]
public sealed class ToVerifyModel(RecordsToVerify records, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true), UpTo(200, What = "Name or course")] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Agency>? Agency { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Viewer Viewer => viewer;
    public Page<RecordToVerify> Found { get; private set; } = null!;
    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    public Chosen Chosen => new(Request)
    {
        { "Search", Search is null ? null : $"“{Search}”" },
        { "Agency", Agency is null ? null : Agencies.FirstOrDefault(a => a.Value == $"{Agency}")?.Text ?? "One agency" },
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Agencies = await records.AgenciesAsync(viewer, cancel);
        Found = await records.RunAsync(viewer, new(Search, Agency, Number), cancel);
    }
}
