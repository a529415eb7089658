using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Imports.Uploading;

[Allow(Permission.ImportStaff)]
public sealed class ColumnsModel(ImportView view, ConfirmColumns confirm, Viewer viewer) : ImportPageModel(view, viewer)
{
    [BindProperty] public Dictionary<int, ImportField?> Fields { get; set; } = [];

    /// <summary>Of a staff list: whether it names everyone. Of a training history: whether it comes from the training system.</summary>
    [BindProperty, Required(ErrorMessage = "Select yes or no")] public bool? Whole { get; set; }

    public IReadOnlyList<Choice> Choices =>
        [new("", "Leave out"), .. ImportFields.Of(Import.Kind).Select(f => new Choice(f.ToString(), f.Words()))];

    public void OnGet()
    {
        (Fields, Seen) = (Import.Columns.ToDictionary(c => c.Number, c => c.Field), Import.Version);
        if (Import.State == ImportState.Ready) Whole = Import.Kind == ImportKind.StaffList ? Import.IsFullList : Import.FromTrainingSystem;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await confirm.RunAsync(Viewer, ImportId, Seen, new(Fields, Whole == true, Whole == true), cancel);
        return ToImport();
    }
}
