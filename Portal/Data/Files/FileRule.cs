namespace Portal.Data.Files;

/// <summary>
/// Which files are taken, and how large. <paramref name="Wanted"/> completes "Choose …": "a PDF, a photo or a Word document".
/// </summary>
public sealed record FileRule(string Wanted, long MaxBytes, params FileKind[] Kinds)
{
    /// <summary>Proof of training.</summary>
    public static readonly FileRule Evidence = new(
        "a PDF, a Word document or a photo (PNG or JPEG)", 10 << 20, FileKind.Pdf, FileKind.Document, FileKind.Png, FileKind.Jpeg);

    /// <summary>Staff and training data.</summary>
    public static readonly FileRule Spreadsheet = new(
        "a CSV file or an Excel workbook (.xlsx)", 256 << 20, FileKind.Text, FileKind.Workbook);

    /// <summary>Refuses what is not wanted, with a sentence beside the field.</summary>
    public void Check(FileKind kind, long length, string field)
    {
        if (kind == FileKind.Empty) throw new Refused($"The selected file is empty. Choose {Wanted}", field);
        if (length > MaxBytes) throw new Refused($"The selected file must be smaller than {MaxBytes >> 20} MB", field);
        if (Kinds.Contains(kind)) return;
        throw new Refused(kind switch
        {
            FileKind.ProtectedWorkbook => "The selected file is protected with a password. Save a copy without a password and choose that",
            FileKind.OldWorkbook when Kinds.Contains(FileKind.Workbook) =>
                "The selected file is in the old .xls format. Open it in Excel, save it as .xlsx and choose that",
            FileKind.OpenSheet when Kinds.Contains(FileKind.Workbook) =>
                "The selected file is an OpenDocument spreadsheet (.ods). Save it as .xlsx or as CSV and choose that",
            _ => $"The selected file is {kind.Words()}. Choose {Wanted}",
        }, field);
    }

    /// <summary>
    /// Refuses a file whose name says that it is something else: whoever opens it later goes by the name. What the portal
    /// itself reads may be called anything, because training systems export text under the name of a workbook.
    /// </summary>
    public void CheckName(FileKind kind, string name, string field)
    {
        if (Kinds.Contains(FileKind.Text) || kind.Extensions().Contains(Path.GetExtension(name).ToLowerInvariant())) return;
        throw new Refused(
            $"The selected file is {kind.Words()}, but its name does not end in {string.Join(" or ", kind.Extensions())}. Save it "
                + "again under the right name, or choose another", field);
    }
}
