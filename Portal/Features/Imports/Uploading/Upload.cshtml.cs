using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Imports.Uploading;

[Allow(Permission.ImportStaff), RequestSizeLimit(MaxRequest), RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class UploadModel(UploadImport upload, ImportUnderWay underWay, Viewer viewer) : PageModel
{
    /// <summary>A little above what the rule for files takes, so that it is the one that speaks.</summary>
    private const long MaxRequest = 300 << 20;

    [BindProperty, Required(ErrorMessage = "Select what the file holds")] public ImportKind? Kind { get; set; }
    [BindProperty, Required(ErrorMessage = "Choose a file")] public new IFormFile? File { get; set; }

    /// <summary>The waiting import that this file takes the place of.</summary>
    [BindProperty] public Id<Import>? Replaces { get; set; }
    public ImportUnderWay.Found? UnderWay { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        UnderWay = await underWay.RunAsync(viewer, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet(ImportKind? kind) => Kind = kind;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await using var content = File!.OpenReadStream();
        var importId = await upload.RunAsync(viewer, Kind!.Value, content, File.FileName, Replaces, cancel);
        return RedirectToPage("Columns", new { importId });
    }
}
