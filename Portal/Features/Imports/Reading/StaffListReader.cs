using Portal.Components;

namespace Portal.Features.Imports.Reading;

/// <summary>A row of a staff list: a person in a job, with what a form about them may say. Number and email may both be missing.</summary>
internal sealed class StaffListReader(Import import, JobTitleTerms titles, DateOnly today) : RowReader(import, today)
{
    protected override ImportRow Read(int number, string? employeeNumber, string? email)
    {
        var person = new ImportedPerson { Name = Text(ImportField.Name) ?? FullName(), Email = email };
        var (startedOn, leftOn, manager) = (Day(ImportField.StartedOn), Day(ImportField.LeftOn), Manager());
        if (person.Name is null) Refuse("Name is missing");
        var job = new ImportedJob { EmployeeNumber = employeeNumber, JobTitleId = JobTitle(), StartedOn = startedOn, LeftOn = leftOn };
        if (Post.WhyNotStart(startedOn, Today) is { } why) Refuse(why);
        if (leftOn > Post.Latest(Today)) Refuse("Leaving date is more than a year ahead. Check the year");
        if (leftOn < Post.Earliest) Refuse($"Leaving date is before {Post.Earliest.Year}. Check the year");
        if (leftOn < startedOn) Refuse("Leaving date is before the start date");
        if (manager is not null && (manager == employeeNumber || manager == email))
            Refuse($"{person.Name} cannot be their own line manager");
        return Row(number, person, job, ImportedTraining.Unsaid, manager);
    }

    private Id<JobTitle>? JobTitle()
    {
        if (Text(ImportField.JobTitle) is { } title) return titles.IdOf(title);
        Refuse("Job title is missing");
        return null;
    }

    private string? FullName()
    {
        var (first, last) = (Text(ImportField.FirstName), Text(ImportField.LastName));
        return first is null || last is null ? first ?? last : $"{first} {last}";
    }

    private string? Manager()
    {
        var manager = Text(ImportField.Manager);
        return manager?.Contains('@') == true ? manager.ToLowerInvariant() : manager;
    }
}
