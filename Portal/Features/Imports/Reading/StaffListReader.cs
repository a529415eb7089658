using Portal.Components;

namespace Portal.Features.Imports.Reading;

/// <summary>A row of a staff list: a person in a job, with what a form about them may say. Number and email may both be missing.</summary>
internal sealed class StaffListReader(Import import, JobTitleTerms titles, DateOnly today) : RowReader(import, today)
{
    private readonly string? everyonesTitle = import.EveryonesTitle;

    protected override IEnumerable<ImportRow> Read(int number, string? employeeNumber, string? email)
    {
        var person = new ImportedPerson { Name = Name(), Email = email };
        var (startedOn, lastDay, manager) = (OptionalDay(ImportField.StartedOn), Day(ImportField.LeftOn), Manager());
        if (person.Name is null) Refuse("Name is missing");
        // The file says the last day in the job, as every list of leavers does; the job ends with the day after.
        var leftOn = lastDay?.AddDays(1);
        var job = new ImportedJob { EmployeeNumber = employeeNumber, JobTitleId = JobTitle(), StartedOn = startedOn, LeftOn = leftOn };
        if (Post.WhyNotStart(startedOn, Today) is { } why) Refuse(why);
        if (Post.WhyNotLeave(leftOn, Today) is { } whyNot) Refuse(whyNot);
        if (leftOn < startedOn) Refuse(Post.LeavesBeforeStart);
        if (manager is not null && (manager == employeeNumber || manager == email))
        {
            LeaveOut($"{person.Name} cannot be their own line manager");
            manager = null;
        }
        return [Row(number, person, job, ImportedTraining.Unsaid, manager)];
    }

    private Id<JobTitle>? JobTitle()
    {
        if ((Text(ImportField.JobTitle) ?? everyonesTitle) is { } title) return titles.IdOf(title);
        Refuse("Job title is missing");
        return null;
    }

    private string? Manager()
    {
        var manager = Optional(ImportField.Manager);
        return manager?.Contains('@') == true ? manager.TrimStart('\'').ToLowerInvariant() : manager;
    }
}
