namespace Portal.Domain;

/// <summary>What a file holds: who works at the agency, or the training they have had.</summary>
public enum ImportKind { Roster, Training }

/// <summary>What a column of an imported file can mean.</summary>
public enum ImportField
{
    EmployeeNumber, Name, FirstName, LastName, Email, JobTitle, StartedOn, LeftOn, Manager,
    Level, AchievedOn, EndsOn, Course, Provider, Reference,
}

/// <summary>The columns of each kind of file: their names, what people's own systems call them, and which must be there.</summary>
public static class ImportFields
{
    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind switch
    {
        ImportKind.Roster =>
        [
            ImportField.EmployeeNumber, ImportField.Name, ImportField.FirstName, ImportField.LastName, ImportField.Email,
            ImportField.JobTitle, ImportField.StartedOn, ImportField.LeftOn, ImportField.Manager,
        ],
        ImportKind.Training =>
        [
            ImportField.EmployeeNumber, ImportField.Email, ImportField.Level, ImportField.AchievedOn, ImportField.EndsOn,
            ImportField.Course, ImportField.Provider, ImportField.Reference,
        ],
    };

    /// <summary>The columns of the template, in its order; a name in two parts is understood but not asked for.</summary>
    public static IReadOnlyList<ImportField> Template(ImportKind kind) => [.. Of(kind).Where(f => f is not (ImportField.FirstName or ImportField.LastName))];

    /// <summary>The field a heading names, or null. Case, spaces and punctuation do not matter.</summary>
    public static ImportField? Named(ImportKind kind, string heading)
    {
        var key = Key(heading);
        foreach (var field in Of(kind))
            if (Key(field.Words()) == key || Synonyms(field).Contains(key)) return field;
        return null;
    }

    /// <summary>A heading without case, spaces and punctuation: "E-mail address" and "email_address" are the same.</summary>
    public static string Key(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Refuses when a column that must be there is not among <paramref name="chosen"/>, or one was chosen twice.</summary>
    public static void Check(ImportKind kind, IReadOnlyCollection<ImportField> chosen)
    {
        if (chosen.GroupBy(f => f).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new Refused($"Two columns are “{twice.Key.Words()}”. Choose one of them", "Columns");
        if (!chosen.Contains(ImportField.EmployeeNumber) && !chosen.Contains(ImportField.Email))
            throw new Refused("The file needs a column with the employee number or the work email. Choose which it is", "Columns");
        string? missing = kind switch
        {
            ImportKind.Roster when !chosen.Contains(ImportField.Name) && !(chosen.Contains(ImportField.FirstName) && chosen.Contains(ImportField.LastName)) => "name",
            ImportKind.Roster when !chosen.Contains(ImportField.JobTitle) => "job title",
            ImportKind.Training when !chosen.Contains(ImportField.Level) && !chosen.Contains(ImportField.Course) => "level or course",
            ImportKind.Training when !chosen.Contains(ImportField.AchievedOn) => "date achieved",
            _ => null,
        };
        if (missing is not null) throw new Refused($"The file needs a column with the {missing}. Choose which it is", "Columns");
    }

    public static string Words(this ImportKind kind) => kind switch
    {
        ImportKind.Roster => "Staff list",
        ImportKind.Training => "Training history",
    };

    public static string Words(this ImportField field) => field switch
    {
        ImportField.EmployeeNumber => "Employee number",
        ImportField.Name => "Name",
        ImportField.FirstName => "First name",
        ImportField.LastName => "Last name",
        ImportField.Email => "Work email",
        ImportField.JobTitle => "Job title",
        ImportField.StartedOn => "Start date",
        ImportField.LeftOn => "Leaving date",
        ImportField.Manager => "Line manager",
        ImportField.Level => "Level",
        ImportField.AchievedOn => "Date achieved",
        ImportField.EndsOn => "Certificate ends",
        ImportField.Course => "Course",
        ImportField.Provider => "Provider",
        ImportField.Reference => "Reference",
    };

    private static string[] Synonyms(ImportField field) => field switch
    {
        ImportField.EmployeeNumber => ["employeeno", "empno", "empnumber", "employeeid", "empid", "staffnumber", "staffno", "staffid", "payrollnumber", "payrollno", "payno", "assignmentnumber", "personnelnumber", "collarnumber"],
        ImportField.Name => ["fullname", "employeename", "staffname", "employee", "staffmember", "person", "displayname"],
        ImportField.FirstName => ["forename", "forenames", "firstnames", "givenname", "preferredname"],
        ImportField.LastName => ["surname", "familyname"],
        ImportField.Email => ["email", "emailaddress", "workemailaddress", "mail", "officialemail", "username", "login"],
        ImportField.JobTitle => ["job", "jobname", "role", "jobrole", "position", "positiontitle", "post", "posttitle", "occupation"],
        ImportField.StartedOn => ["start", "startdateinpost", "started", "datestarted", "startingdate", "hiredate", "joiningdate", "datejoined", "latestartdate", "lateststartdate"],
        ImportField.LeftOn => ["leavedate", "enddate", "lastday", "terminationdate", "dateleft", "left", "leaver", "leaversdate"],
        ImportField.Manager => ["manager", "managername", "supervisor", "reportsto", "managerid", "manageremail", "linemanageremail", "linemanagernumber", "manageremployeenumber", "supervisorid"],
        ImportField.Level => ["traininglevel", "levelnumber", "levelachieved"],
        ImportField.AchievedOn => ["achieved", "completed", "completedon", "completiondate", "datecompleted", "dateoftraining", "trainingdate", "coursedate", "date", "dateattended", "attended", "passdate"],
        ImportField.EndsOn => ["certificateendson", "expires", "expireson", "expirydate", "expiry", "validuntil", "validto", "renewaldate"],
        ImportField.Course => ["coursename", "coursetitle", "training", "trainingtitle", "learning", "module", "competence", "competency", "subject"],
        ImportField.Provider => ["trainingprovider", "deliveredby", "supplier", "organisation"],
        ImportField.Reference => ["ref", "certificate", "certificatenumber", "certificatereference", "certificateno"],
    };
}
