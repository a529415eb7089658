namespace Portal.Domain;

/// <summary>What a file holds: who works at the agency, or the training they have had.</summary>
public enum ImportKind { StaffList, Training }

/// <summary>What a column of an imported file can mean.</summary>
public enum ImportField
{
    EmployeeNumber, Name, FirstName, LastName, Email, JobTitle, StartedOn, LeftOn, Manager,
    Level, AchievedOn, EndsOn, Course, Provider, Reference,
}

/// <summary>The columns of each kind of file: their names, what people's own systems call them, and which must be there.</summary>
public static class ImportFields
{
    private static readonly ImportKind[] StaffList = [ImportKind.StaffList], Training = [ImportKind.Training],
        Both = [.. StaffList, .. Training];

    /// <summary>What people's own systems call it is written as <see cref="Key"/> gives it.</summary>
    private sealed record Column(ImportField Field, string Words, ImportKind[] Kinds, string[] Synonyms, bool InTemplate = true);

    /// <summary>In the order of the templates.</summary>
    private static readonly Column[] Columns =
    [
        new(ImportField.EmployeeNumber, "Employee number", Both,
        [
            "employeeno", "empno", "empnumber", "employeeid", "empid", "staffnumber", "staffno", "staffid", "payrollnumber",
            "payrollno", "payno", "assignmentnumber", "personnelnumber", "collarnumber",
        ]),
        new(ImportField.Name, "Name", StaffList,
            ["fullname", "employeename", "staffname", "employee", "staffmember", "person", "displayname"]),
        new(ImportField.FirstName, "First name", StaffList,
            ["forename", "forenames", "firstnames", "givenname", "preferredname"], InTemplate: false),
        new(ImportField.LastName, "Last name", StaffList, ["surname", "familyname"], InTemplate: false),
        new(ImportField.Email, "Work email", Both,
            ["email", "emailaddress", "workemailaddress", "mail", "officialemail", "username", "login"]),
        new(ImportField.JobTitle, "Job title", StaffList,
            ["job", "jobname", "role", "jobrole", "position", "positiontitle", "post", "posttitle", "occupation"]),
        new(ImportField.StartedOn, "Start date", StaffList,
        [
            "start", "startdateinpost", "started", "datestarted", "startingdate", "hiredate", "joiningdate", "datejoined",
            "latestartdate", "lateststartdate",
        ]),
        new(ImportField.LeftOn, "Leaving date", StaffList,
            ["leavedate", "enddate", "lastday", "terminationdate", "dateleft", "left", "leaver", "leaversdate"]),
        new(ImportField.Manager, "Line manager", StaffList,
        [
            "manager", "managername", "supervisor", "reportsto", "managerid", "manageremail", "linemanageremail",
            "linemanagernumber", "manageremployeenumber", "supervisorid",
        ]),
        new(ImportField.Level, "Level", Training, ["traininglevel", "levelnumber", "levelachieved"]),
        new(ImportField.AchievedOn, "Date achieved", Training,
        [
            "achieved", "completed", "completedon", "completiondate", "datecompleted", "dateoftraining", "trainingdate",
            "coursedate", "date", "dateattended", "attended", "passdate",
        ]),
        new(ImportField.EndsOn, "Certificate ends", Training,
            ["certificateendson", "expires", "expireson", "expirydate", "expiry", "validuntil", "validto", "renewaldate"]),
        new(ImportField.Course, "Course", Training,
        [
            "coursename", "coursetitle", "training", "trainingtitle", "learning", "module", "competence", "competency",
            "subject",
        ]),
        new(ImportField.Provider, "Provider", Training, ["trainingprovider", "deliveredby", "supplier", "organisation"]),
        new(ImportField.Reference, "Reference", Training,
            ["ref", "certificate", "certificatenumber", "certificatereference", "certificateno"]),
    ];

    public static IReadOnlyList<ImportField> Of(ImportKind kind) => [.. Columns.Where(c => c.Kinds.Contains(kind)).Select(c => c.Field)];

    /// <summary>The columns of the template, in its order; a name in two parts is understood but not asked for.</summary>
    public static IReadOnlyList<ImportField> Template(ImportKind kind) =>
        [.. Columns.Where(c => c.Kinds.Contains(kind) && c.InTemplate).Select(c => c.Field)];

    /// <summary>The field a heading names, or null. Case, spaces and punctuation do not matter.</summary>
    public static ImportField? Named(ImportKind kind, string heading)
    {
        var key = Key(heading);
        return Columns.FirstOrDefault(c => c.Kinds.Contains(kind) && (Key(c.Words) == key || c.Synonyms.Contains(key)))?.Field;
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
            ImportKind.StaffList when !chosen.Contains(ImportField.Name)
                && !(chosen.Contains(ImportField.FirstName) && chosen.Contains(ImportField.LastName)) => "name",
            ImportKind.StaffList when !chosen.Contains(ImportField.JobTitle) => "job title",
            ImportKind.Training when !chosen.Contains(ImportField.Level) && !chosen.Contains(ImportField.Course) => "level or course",
            ImportKind.Training when !chosen.Contains(ImportField.AchievedOn) => "date achieved",
            _ => null,
        };
        if (missing is not null) throw new Refused($"The file needs a column with the {missing}. Choose which it is", "Columns");
    }

    public static string Words(this ImportKind kind) => kind switch
    {
        ImportKind.StaffList => "Staff list",
        ImportKind.Training => "Training history",
    };

    public static string Words(this ImportField field) => Columns.Single(c => c.Field == field).Words;
}
