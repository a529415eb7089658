using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Imports.Uploading;

[Allow(Permission.ImportStaff)]
public sealed class ColumnsModel(ImportView view, ConfirmColumns confirm, ChooseSheet choose, Viewer viewer) : ImportPageModel(view, viewer)
{
    [BindProperty] public Dictionary<int, ImportField?> Fields { get; set; } = [];

    /// <summary>Of a staff list: whether it names everyone. Of a training history: whether it comes from the training system.</summary>
    [BindProperty, Required(ErrorMessage = "Select yes or no")] public bool? Whole { get; set; }

    /// <summary>How the file writes dates, asked when one of them can only be read with the month first.</summary>
    [BindProperty] public DateOrder? Dates { get; set; }

    /// <summary>The job title of everyone in a staff list that has no such column.</summary>
    [BindProperty, StringLength(150, ErrorMessage = "Job title must be 150 characters or less")] public string? EveryonesTitle { get; set; }

    /// <summary>The sheet that is read, of <see cref="Sheets"/>.</summary>
    public string? Sheet => Import.Sheet;
    public IReadOnlyList<Choice> Sheets => [.. Import.Sheets.Select(s => new Choice(s, s))];

    public IReadOnlyList<Choice> Choices =>
        [new("", "Leave out"), .. ImportFields.Of(Import.Kind).Select(f => new Choice(f.ToString(), f.Words()))];

    public void OnGet()
    {
        (Fields, Seen) = (Import.Columns.ToDictionary(c => c.Number, c => c.Field), Import.Version);
        (Dates, EveryonesTitle) = (Import.Dates, Import.EveryonesTitle);
        if (Import.State == ImportState.Ready) Whole = Import.Kind == ImportKind.StaffList ? Import.IsFullList : Import.FromTrainingSystem;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await confirm.RunAsync(Viewer, ImportId, Seen, new(Fields, Whole == true, Whole == true, Dates, EveryonesTitle), cancel);
        return ToImport();
    }

    public async Task<IActionResult> OnPostSheetAsync(string? sheet, CancellationToken cancel)
    {
        ModelState.Clear();
        await choose.RunAsync(Viewer, ImportId, Seen, sheet, cancel);
        return RedirectToPage(new { ImportId });
    }
}
