namespace Portal.Data.Files;

/// <summary>What a file is by its content: its name may say anything.</summary>
public enum FileKind
{
    Unknown, Empty, Text, Csv, Workbook, OldWorkbook, ProtectedWorkbook, OpenSheet, Document, Pdf, Png, Jpeg, OtherPicture, OtherZip
}

public static class FileKinds
{
    /// <summary>The media type to serve a file of this kind as; nothing that a browser would run.</summary>
    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Csv => "text/csv",
        FileKind.Text => "text/plain",
        FileKind.Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Document => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Pdf => "application/pdf",
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Unknown or FileKind.Empty or FileKind.OldWorkbook or FileKind.ProtectedWorkbook or FileKind.OpenSheet
            or FileKind.OtherPicture or FileKind.OtherZip => "application/octet-stream",
    };

    /// <summary>What a file that is kept was found to be: nothing needs to look at its bytes again.</summary>
    public static FileKind Of(StoredFile file) => Enum.GetValues<FileKind>().First(k => k.ContentType() == file.ContentType);

    /// <summary>How the name of such a file ends; none for a kind that is never kept under its name.</summary>
    public static string[] Extensions(this FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Document => [".docx"],
        FileKind.Png => [".png"],
        FileKind.Jpeg => [".jpg", ".jpeg"],
        _ => [],
    };

    /// <summary>What to call it in a sentence that refuses it.</summary>
    public static string Words(this FileKind kind) => kind switch
    {
        FileKind.Unknown => "a kind of file we cannot read",
        FileKind.Empty => "empty",
        FileKind.Text => "plain text",
        FileKind.Csv => "a CSV file",
        FileKind.Workbook => "an Excel workbook",
        FileKind.OldWorkbook => "an Excel workbook in the old .xls format",
        FileKind.ProtectedWorkbook => "protected with a password",
        FileKind.OpenSheet => "an OpenDocument spreadsheet (.ods)",
        FileKind.Document => "a Word document",
        FileKind.Pdf => "a PDF",
        FileKind.Png => "a PNG picture",
        FileKind.Jpeg => "a JPEG picture",
        FileKind.OtherPicture => "a picture",
        FileKind.OtherZip => "a zip file",
    };
}
