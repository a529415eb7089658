using System.IO.Compression;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Web;

/// <summary>
/// Rows as an Excel workbook of one sheet, with the columns of <see cref="CsvFile{T}"/>. Written part by part into a
/// temporary file, so that a million rows take no more memory than one; DocumentFormat.OpenXml keeps a whole sheet in memory
/// on today's .NET (its issue 807). Every text is a text: nothing becomes a formula.
/// </summary>
public sealed class SpreadsheetFile<T>(string name, string sheet, IReadOnlyList<(string Heading, Func<T, object?> Cell)> columns, IAsyncEnumerable<T> rows) : ActionResult
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // Excel counts days from 1900, and believes that February of that year had 29 days.
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await WriteAsync(file, context.HttpContext.RequestAborted);
        file.Position = 0;
        var response = context.HttpContext.Response;
        response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await file.CopyToAsync(response.Body, context.HttpContext.RequestAborted);
    }

    internal async Task WriteAsync(Stream file, CancellationToken cancel)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Part(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
        Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{SheetName()}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        // Style 1 is bold, for the headings; style 2 shows a day.
        Part(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d mmm yyyy"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill/><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>""");
        await using var stream = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        await using var xml = XmlWriter.Create(stream, new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = false });
        await xml.WriteStartElementAsync(null, "worksheet", Main);
        await xml.WriteRawAsync("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        await xml.WriteStartElementAsync(null, "sheetData", Main);
        await RowAsync(xml, columns.Select(c => (object?)c.Heading), style: 1);
        await foreach (var row in rows.WithCancellation(cancel)) await RowAsync(xml, columns.Select(c => c.Cell(row)), style: 0);
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    private static async Task RowAsync(XmlWriter xml, IEnumerable<object?> cells, int style)
    {
        await xml.WriteStartElementAsync(null, "row", Main);
        foreach (var cell in cells) await xml.WriteRawAsync(Cell(cell, style));
        await xml.WriteEndElementAsync();
    }

    private static string Cell(object? value, int style) => value switch
    {
        null or "" => "<c/>",
        DateOnly day => $"""<c s="2"><v>{day.DayNumber - DayZero.DayNumber}</v></c>""",
        sbyte or byte or short or int or long or decimal or double => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<c><v>{value}</v></c>"),
        _ => $"""<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{Escaped(value.ToString() ?? "")}</t></is></c>""",
    };

    /// <summary>At most 31 characters, and none that Excel keeps for addresses.</summary>
    private string SheetName() => Escaped(new string([.. sheet.Where(c => !@":\/?*[]".Contains(c)).Take(31)]));

    private static string Escaped(string text) =>
        System.Security.SecurityElement.Escape(new string([.. text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]));

    private static void Part(ZipArchive zip, string path, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}""");
    }
}
