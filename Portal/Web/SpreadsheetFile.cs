using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Portal.Web;

/// <summary>
/// An Excel workbook: a first sheet that says what the file is, as at when and of which partnership, then its tables. Written row by row
/// into a temporary file.
/// </summary>
public sealed class SpreadsheetFile(string name, AboutFile about, params IReadOnlyList<Sheet> sheets) : ActionResult
{
    /// <summary>What the first sheet is called.</summary>
    public const string About = "About this file";

    private static readonly SpreadCheetahOptions Options =
        new() { DefaultDateTimeFormat = NumberFormat.Custom("d mmm yyyy"), PreserveStringWhitespace = true };

    /// <summary>One table as the address asks for it: a workbook ("xlsx"), or the rows alone as CSV.</summary>
    public static ActionResult OrCsv<T>(string? format, string name, AboutFile about, Sheet<T> sheet) =>
        format == "xlsx" ? new SpreadsheetFile($"{name}.xlsx", about, sheet) : sheet.AsCsv($"{name}.csv");

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, cancel) = (context.HttpContext, context.HttpContext.RequestAborted);
        await using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await WriteAsync(file, http.SignedIn()?.Partnership, http.RequestServices.GetRequiredService<UkClock>().Now, cancel);
        file.Position = 0;
        var response = http.Response;
        response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await file.CopyToAsync(response.Body, cancel);
    }

    internal async Task WriteAsync(Stream file, string? partnership, DateTime now, CancellationToken cancel)
    {
        await using var book = await Spreadsheet.CreateNewAsync(file, Options, cancel);
        var styles = Sheet.Styles.Of(book);
        await WriteAboutAsync(book, styles, partnership, now, cancel);
        foreach (var sheet in sheets) await sheet.WriteAsync(book, styles, cancel);
        await book.FinishAsync(cancel);
    }

    private async Task WriteAboutAsync(Spreadsheet book, Sheet.Styles styles, string? partnership, DateTime now, CancellationToken cancel)
    {
        (string Of, string? Says)[] facts =
        [
            ("What it is", about.What), ("Partnership", partnership), .. about.Facts,
            ("Made at", Words.Capital(Words.Instant(now))),
            .. sheets.Select(s => ($"Sheet “{s.Name}”", (string?)s.Holds)),
        ];
        var options = new WorksheetOptions { FrozenRows = 1 };
        options.Column(1).Width = 30;
        options.Column(2).Width = 100;
        await book.StartWorksheetAsync(About, options, cancel);
        await book.AddRowAsync([new Cell(About, styles.Heading)], cancel);
        foreach (var (of, says) in facts.Where(f => !string.IsNullOrEmpty(f.Says)))
            await book.AddRowAsync([new Cell(Sheet.Readable(of), styles.Heading), new Cell(Sheet.Readable(says!))], cancel);
    }
}
