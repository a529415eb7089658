namespace Portal.Domain;

/// <summary>What a file holds: who works at the agency, or the training they have had.</summary>
public enum ImportKind { StaffList, Training }

/// <summary>What a column of an imported file can mean.</summary>
public enum ImportField
{
    EmployeeNumber, Name, FirstName, LastName, Email, JobTitle, StartedOn, LeftOn, Manager,
    Level, AchievedOn, EndsOn, Course, Provider, Reference,

    /// <summary>How the course went: who failed it, or has only booked it, is not trained.</summary>
    Result,

    /// <summary>A course, as the heading says, with each person's day in its cells: the columns of a training matrix.</summary>
    CourseColumn,
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
            "payrollno", "payno", "payroll", "assignmentnumber", "personnelnumber", "personnelno", "persno", "collarnumber",
        ]),
        new(ImportField.Name, "Name", Both,
        [
            "fullname", "employeename", "nameofemployee", "staffname", "employee", "staffmember", "person", "displayname", "learner",
            "learnername", "delegate", "delegatename", "attendee", "participant", "user",
        ]),
        new(ImportField.FirstName, "First name", Both,
            ["forename", "forenames", "firstnames", "givenname", "preferredname"], InTemplate: false),
        new(ImportField.LastName, "Last name", Both, ["surname", "familyname"], InTemplate: false),
        new(ImportField.Email, "Work email", Both,
            ["email", "emailaddress", "workemailaddress", "mail", "officialemail", "useremail", "username", "login"]),
        new(ImportField.JobTitle, "Job title", StaffList,
            ["job", "jobname", "role", "jobrole", "position", "positiontitle", "post", "posttitle", "occupation", "title"]),
        new(ImportField.StartedOn, "Start date", StaffList,
        [
            "start", "startdateinpost", "started", "datestarted", "startingdate", "hiredate", "joiningdate", "datejoined",
            "latestartdate", "lateststartdate", "entry", "entrydate", "employmentstartdate",
        ]),
        new(ImportField.LeftOn, "Last day", StaffList,
        [
            "leavingdate", "leavedate", "enddate", "lastdayinjob", "lastworkingday", "terminationdate", "dateofleaving", "dateleft",
            "left", "leaver", "leaversdate",
        ]),
        new(ImportField.Manager, "Line manager", StaffList,
        [
            "manager", "managername", "linemanagername", "supervisor", "reportsto", "managerid", "manageremail", "linemanageremail",
            "linemanagernumber", "manageremployeenumber", "supervisorid",
        ]),
        new(ImportField.Level, "Level", Training, ["traininglevel", "levelnumber", "levelachieved"]),
        new(ImportField.AchievedOn, "Date achieved", Training,
        [
            "achieved", "completed", "completedon", "completeddate", "completiondate", "datecompleted", "dateoftraining", "trainingdate",
            "coursedate", "date", "dateattended", "attended", "passdate",
        ]),
        new(ImportField.EndsOn, "Certificate ends", Training,
            ["certificateendson", "expires", "expireson", "expirydate", "expiry", "validuntil", "validto", "renewaldate"]),
        new(ImportField.Course, "Course", Training,
        [
            "coursename", "coursetitle", "training", "trainingtitle", "trainingcourse", "learning", "module", "competence", "competency",
            "competencename", "subject",
        ]),
        new(ImportField.Result, "Result", Training,
        [
            "outcome", "status", "completionstatus", "coursestatus", "trainingstatus", "competencematch", "attendance",
            "attendancestatus", "passed", "passfail", "progress", "grade",
        ], InTemplate: false),
        new(ImportField.CourseColumn, "A course, with dates in its cells", Training, [], InTemplate: false),
        new(ImportField.Provider, "Provider", Training, ["trainingprovider", "deliveredby", "supplier", "organisation"]),
        new(ImportField.Reference, "Reference", Training,
            ["ref", "certificate", "certificatenumber", "certificatereference", "certificateno", "certificateid"]),
    ];

    public static IReadOnlyList<ImportField> Of(ImportKind kind) => [.. Columns.Where(c => c.Kinds.Contains(kind)).Select(c => c.Field)];

    /// <summary>The columns of the template, in its order; a name in two parts is understood but not asked for.</summary>
    public static IReadOnlyList<ImportField> Template(ImportKind kind) =>
        [.. Columns.Where(c => c.Kinds.Contains(kind) && c.InTemplate).Select(c => c.Field)];

    /// <summary>The field that a heading names best, or null. Case, spaces and punctuation do not matter.</summary>
    public static ImportField? Named(ImportKind kind, string heading) =>
        Of(kind).Select(f => (Field: f, Rank: Rank(f, heading))).Where(f => f.Rank is not null).OrderBy(f => f.Rank)
            .Select(f => (ImportField?)f.Field).FirstOrDefault();

    /// <summary>How well a heading names a field: 0 by its own name, more by what other systems call it, the likeliest first.</summary>
    public static int? Rank(ImportField field, string heading)
    {
        var (key, column) = (Key(heading), Columns.Single(c => c.Field == field));
        if (key == Key(column.Words)) return 0;
        return Array.IndexOf(column.Synonyms, key) is >= 0 and var at ? at + 1 : null;
    }

    /// <summary>A heading without case, spaces and punctuation: "E-mail address" and "email_address" are the same.</summary>
    public static string Key(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Refuses when a column that must be there is not among <paramref name="chosen"/>, or one was chosen twice.</summary>
    public static void Check(ImportKind kind, IReadOnlyCollection<ImportField> chosen, bool hasEveryonesTitle = false)
    {
        if (chosen.Where(f => f != ImportField.CourseColumn).GroupBy(f => f).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new Refused($"Two columns are “{twice.Key.Words()}”. Choose one of them", "Columns");
        if (chosen.Contains(ImportField.CourseColumn)
            && (chosen.Contains(ImportField.Course) || chosen.Contains(ImportField.Level) || chosen.Contains(ImportField.AchievedOn)))
            throw new Refused(
                "Choose either columns that are courses, or a date achieved with its level or course", "Columns");
        if (WhatIsMissing(kind, chosen, hasEveryonesTitle) is { } missing)
            throw new Refused($"The file needs a column with the {missing}. Choose which it is", "Columns");
    }

    /// <summary>What no column of a file tells and one must, in words; null when nothing is missing.</summary>
    public static string? WhatIsMissing(ImportKind kind, IReadOnlyCollection<ImportField> chosen, bool hasEveryonesTitle = false)
    {
        var named = chosen.Contains(ImportField.Name) || (chosen.Contains(ImportField.FirstName) && chosen.Contains(ImportField.LastName));
        var isMatrix = chosen.Contains(ImportField.CourseColumn);
        return kind switch
        {
            ImportKind.StaffList when !named => "name",
            ImportKind.StaffList when !chosen.Contains(ImportField.JobTitle) && !hasEveryonesTitle => "job title",
            ImportKind.Training when !named && !chosen.Contains(ImportField.EmployeeNumber) && !chosen.Contains(ImportField.Email) =>
                "employee number, the work email or the name",
            ImportKind.Training when !isMatrix && !chosen.Contains(ImportField.Level) && !chosen.Contains(ImportField.Course) =>
                "level or course",
            ImportKind.Training when !isMatrix && !chosen.Contains(ImportField.AchievedOn) => "date achieved",
            _ => null,
        };
    }

    public static string Words(this ImportKind kind) => kind switch
    {
        ImportKind.StaffList => "Staff list",
        ImportKind.Training => "Training history",
    };

    public static string Words(this ImportField field) => Columns.Single(c => c.Field == field).Words;
}
