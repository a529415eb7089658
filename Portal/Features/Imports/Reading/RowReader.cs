using Portal.Components;

namespace Portal.Features.Imports.Reading;

/// <summary>
/// Turns the cells of a line into what they mean. What must be there and cannot be meant refuses the row, the first thing wrong in a
/// sentence; a cell that need not be there is left empty, and noted.
/// </summary>
internal abstract class RowReader(Import import, DateOnly today)
{
    /// <summary>As long as the tables allow.</summary>
    private const int MaxLength = 200;

    private const int MaxNote = 500;

    private readonly Dictionary<ImportField, int> columns = import.Columns
        .Where(c => c.Field is not (null or ImportField.CourseColumn)).ToDictionary(c => c.Field!.Value, c => c.Number);
    private string?[] cells = [];
    private string? problem, note;

    /// <summary>A date that cannot be read as dates are so far; null while there is none, or somebody said how they are written.</summary>
    public string? OddDate { get; private set; }

    protected DateOnly Today => today;
    private DateOrder Order => import.Dates ?? DateOrder.DayFirst;

    public IEnumerable<ImportRow> Read(TableRow table)
    {
        (cells, problem, note) = (table.Cells, null, null);
        return Read(table.Number, EmployeeNumber(), Email());
    }

    protected abstract IEnumerable<ImportRow> Read(int number, string? employeeNumber, string? email);

    /// <summary>The row with what it says, once everything that can refuse it has been looked at.</summary>
    protected ImportRow Row(
        int number, ImportedPerson person, ImportedJob job, ImportedTraining training, string? manager = null, string? notCounted = null,
        int? line = null) => new()
        {
            ImportId = import.Id, Number = number, Line = line, InFile = true, Person = person, Job = job, Training = training,
            Manager = manager, NotCounted = notCounted,
            Problem = problem, Misread = problem is not null, Note = note is { Length: > MaxNote } ? $"{note[..(MaxNote - 1)]}…" : note,
        };

    protected string? Cell(int column) => column < cells.Length ? cells[column] : null;

    protected string? Cell(ImportField field) => columns.TryGetValue(field, out var at) ? Cell(at) : null;

    /// <summary>A cell that must be there: too long a text refuses the row.</summary>
    protected string? Text(ImportField field)
    {
        if (Cell(field) is not { Length: > MaxLength } text) return Cell(field);
        Refuse($"{field.Words()} has more than {MaxLength} characters. Shorten it");
        return null;
    }

    /// <summary>A cell that need not be there; what people write where there is nothing to write is nothing.</summary>
    protected string? Optional(ImportField field)
    {
        if (Cell(field) is not { } text || ImportText.IsNothing(text)) return null;
        if (text.Length <= MaxLength) return text;
        LeaveOut($"{field.Words()} has more than {MaxLength} characters");
        return null;
    }

    protected string? Name() => (Text(ImportField.Name) ?? FullName()) is { } name ? PersonName.InOrder(name) : null;

    /// <summary>A day that says what becomes of the row: one that cannot be read refuses it.</summary>
    protected DateOnly? Day(ImportField field)
    {
        if (TryDay(field, out var day) is { } unread) Refuse($"{unread}. Write it like {Order.Example()}");
        return day;
    }

    /// <summary>A day that need not be there.</summary>
    protected DateOnly? OptionalDay(ImportField field)
    {
        if (TryDay(field, out var day) is { } unread) LeaveOut(unread);
        return day;
    }

    /// <summary>Whether a text is a day. One that is only the other way round has somebody asked, once for the whole file.</summary>
    protected bool TryDay(string text, out DateOnly day)
    {
        if (ImportText.TryDay(text, out day, Order)) return true;
        if (import.Dates is null && ImportText.TryDay(text, out _, Order.Other())) OddDate ??= text;
        return false;
    }

    protected void Refuse(string sentence) => problem ??= sentence;

    protected void LeaveOut(string what) => note = note is null ? $"{what}, so it is left out" : $"{note}. {what}, so it is left out";

    /// <summary>Begins another row of the same line, as it was before anything was said of the last.</summary>
    protected void Again((string? Problem, string? Note) said) => (problem, note) = said;

    protected (string? Problem, string? Note) Said => (problem, note);

    protected static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    private string? TryDay(ImportField field, out DateOnly? day)
    {
        day = null;
        if (Cell(field) is not { } text || ImportText.IsNothing(text)) return null;
        if (!TryDay(text, out var read)) return $"{field.Words()} “{Short(text)}” is not a date";
        day = read;
        return null;
    }

    /// <summary>Long numbers that a spreadsheet has rounded are nobody's, and several people's at once.</summary>
    private string? EmployeeNumber()
    {
        if (Optional(ImportField.EmployeeNumber) is not { } number) return null;
        if (!ImportText.IsRounded(number)) return number;
        var sentence = $"Employee number “{number}” was rounded by a spreadsheet";
        if (Cell(ImportField.Email) is { } email && ImportText.IsEmail(email.TrimStart('\''))) LeaveOut(sentence);
        else Refuse($"{sentence}. Give the whole number, as text");
        return null;
    }

    /// <summary>An address that is none costs the row only where nothing else says who this is.</summary>
    private string? Email()
    {
        if (Optional(ImportField.Email)?.TrimStart('\'').ToLowerInvariant() is not { } email) return null;
        if (ImportText.IsEmail(email)) return email;
        var sentence = $"Work email “{Short(email)}” is not an email address";
        if (Optional(ImportField.EmployeeNumber) is not null) LeaveOut(sentence);
        else Refuse($"{sentence}, like name@example.org");
        return null;
    }

    private string? FullName()
    {
        var (first, last) = (Text(ImportField.FirstName), Text(ImportField.LastName));
        return first is null || last is null ? first ?? last : $"{first} {last}";
    }
}
