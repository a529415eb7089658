namespace Portal.Features.Imports.Reading;

/// <summary>Turns the cells of a row into what they mean, and refuses what cannot be meant: the first thing wrong, in a sentence.</summary>
internal abstract class RowReader(Import import, DateOnly today)
{
    /// <summary>As long as the tables allow.</summary>
    private const int MaxLength = 200;

    private readonly Dictionary<ImportField, int> columns = import.Columns.Where(c => c.Field is not null).ToDictionary(c => c.Field!.Value, c => c.Number);
    private string?[] cells = [];
    private string? problem;

    protected DateOnly Today => today;

    public ImportRow Read(TableRow table)
    {
        (cells, problem) = (table.Cells, null);
        var row = new ImportRow { ImportId = import.Id, Number = table.Number, InFile = true };
        ReadPerson(row);
        Read(row);
        (row.Problem, row.Misread, row.Verdict) = (problem, problem is not null, problem is null ? (ImportVerdict?)null : ImportVerdict.Refused);
        return row;
    }

    protected abstract void Read(ImportRow row);

    private void ReadPerson(ImportRow row)
    {
        row.EmployeeNumber = Text(ImportField.EmployeeNumber);
        row.Email = Text(ImportField.Email)?.ToLowerInvariant();
        if (row.Email is not null && !ImportText.IsEmail(row.Email)) Refuse($"Work email “{Short(row.Email)}” is not an email address, like name@example.org");
    }

    protected string? Cell(ImportField field) => columns.TryGetValue(field, out var at) && at < cells.Length ? cells[at] : null;

    protected string? Text(ImportField field)
    {
        var text = Cell(field);
        if (text is not { Length: > MaxLength }) return text;
        Refuse($"{field.Words()} has more than {MaxLength} characters. Shorten it");
        return null;
    }

    protected DateOnly? Day(ImportField field)
    {
        if (Cell(field) is not { } text) return null;
        if (!ImportText.TryDay(text, out var day)) Refuse($"{field.Words()} “{Short(text)}” is not a date. Write it like 31/3/2026");
        else return day;
        return null;
    }

    protected void Refuse(string sentence) => problem ??= sentence;

    protected static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
