namespace Portal.Domain;

/// <summary>What would happen, or happened, to one row of a file.</summary>
public enum ImportVerdict
{
    Refused, New, Changed, Leaver, Unchanged,

    /// <summary>About someone whom another agency knows: a question is asked, and nothing is added until it is answered.</summary>
    Asked,

    /// <summary>
    /// Would add somebody who may be someone whom the file does not name: nobody is added, and nobody leaves, until a person has said.
    /// </summary>
    InQuestion,

    /// <summary>Tells of no training that counts: failed, booked, or a course that is not part of it.</summary>
    NotCounted,
}

public static class ImportVerdictWords
{
    public static string Words(this ImportVerdict verdict) => verdict switch
    {
        ImportVerdict.Refused => "Refused",
        ImportVerdict.New => "New",
        ImportVerdict.Changed => "Changed",
        ImportVerdict.Leaver => "Leaver",
        ImportVerdict.Unchanged => "Unchanged",
        ImportVerdict.Asked => "Ask first",
        ImportVerdict.InQuestion => "Same person?",
        ImportVerdict.NotCounted => "Not counted",
    };

    /// <summary>Above a list of such rows.</summary>
    public static string Plural(this ImportVerdict verdict) => verdict == ImportVerdict.Leaver ? "Leavers" : verdict.Words();
}
