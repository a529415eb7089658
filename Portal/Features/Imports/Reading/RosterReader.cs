namespace Portal.Features.Imports.Reading;

/// <summary>A row of a roster: a person in a job, with what a form about them may say. Number and email may both be missing.</summary>
internal sealed class RosterReader(Import import, JobTitleTerms titles, DateOnly today) : RowReader(import, today)
{
    protected override void Read(ImportRow row)
    {
        row.Name = Text(ImportField.Name) ?? FullName();
        row.StartedOn = Day(ImportField.StartedOn);
        row.LeftOn = Day(ImportField.LeftOn);
        row.Manager = Manager();
        if (row.Name is null) Refuse("Name is missing");
        if (Text(ImportField.JobTitle) is { } title) row.JobTitleId = titles.IdOf(title);
        else Refuse("Job title is missing");
        if (Post.WhyNotStart(row.StartedOn, Today) is { } why) Refuse(why);
        if (row.LeftOn > Post.Latest(Today)) Refuse("Leaving date is more than a year ahead. Check the year");
        if (row.LeftOn < Post.Earliest) Refuse($"Leaving date is before {Post.Earliest.Year}. Check the year");
        if (row.LeftOn < row.StartedOn) Refuse("Leaving date is before the start date");
        if (row.Manager is not null && (row.Manager == row.EmployeeNumber || row.Manager == row.Email)) Refuse($"{row.Name} cannot be their own line manager");
    }

    private string? FullName() => Text(ImportField.FirstName) is var first && Text(ImportField.LastName) is { } last ? first is null ? last : $"{first} {last}" : first;

    private string? Manager() => Text(ImportField.Manager) is { } manager ? manager.Contains('@') ? manager.ToLowerInvariant() : manager : null;
}
