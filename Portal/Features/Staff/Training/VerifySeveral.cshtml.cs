using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Training;

/// <summary>Names each of several records before they are verified together.</summary>
[Allow(Permission.VerifyTraining)]
public sealed class VerifySeveralModel(RecordsToVerify records, VerifyRecords verify, Viewer viewer) : LoadedPageModel
{
    [BindProperty(SupportsGet = true)] public List<Id<TrainingRecord>> Chosen { get; set; } = [];
    public IReadOnlyList<RecordToVerify> Rows { get; private set; } = [];
    public IReadOnlyList<RecordToVerify> May => [.. Rows.Where(r => !r.Mine)];

    /// <summary>How many of those chosen wait no longer.</summary>
    public int Gone => Chosen.Distinct().Count() - Rows.Count;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Rows = await records.SomeAsync(viewer, [.. Chosen.Distinct().Take(VerifyRecords.MostAtOnce)], cancel);
        return true;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await verify.RunAsync(viewer, Chosen, cancel);
        TempData.Notify(outcome.Sentence);
        return RedirectToPage("ToVerify");
    }
}
