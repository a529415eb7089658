using Portal.Components;

namespace Portal.Features.Imports.Reading;

/// <summary>Turns the cells of a row into what they mean, and refuses what cannot be meant: the first thing wrong, in a sentence.</summary>
internal abstract class RowReader(Import import, DateOnly today)
{
    /// <summary>As long as the tables allow.</summary>
    private const int MaxLength = 200;

    private readonly Dictionary<ImportField, int> columns = import.Columns.Where(c => c.Field is not null)
        .ToDictionary(c => c.Field!.Value, c => c.Number);
    private string?[] cells = [];
    private string? problem;

    protected DateOnly Today => today;

    public ImportRow Read(TableRow table)
    {
        (cells, problem) = (table.Cells, null);
        var (employeeNumber, email) = (Text(ImportField.EmployeeNumber), Text(ImportField.Email)?.ToLowerInvariant());
        if (email is not null && !ImportText.IsEmail(email))
            Refuse($"Work email “{Short(email)}” is not an email address, like name@example.org");
        return Read(table.Number, employeeNumber, email);
    }

    protected abstract ImportRow Read(int number, string? employeeNumber, string? email);

    /// <summary>The row with what it says, once everything that can refuse it has been looked at.</summary>
    protected ImportRow Row(int number, ImportedPerson person, ImportedJob job, ImportedTraining training, string? manager) => new()
    {
        ImportId = import.Id, Number = number, InFile = true, Person = person, Job = job, Training = training, Manager = manager,
        Problem = problem, Misread = problem is not null,
    };

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
