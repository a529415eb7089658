namespace Portal.Domain;

/// <summary>What training systems say of how a course went, and which of it counts as having been trained.</summary>
public static class ResultWords
{
    private static readonly HashSet<string> Done =
    [
        "passed", "pass", "completed", "complete", "completedsuccessfully", "successful", "successfullycompleted", "attended", "achieved",
        "yes", "y", "true", "competent", "met", "done", "present", "awarded", "certified", "satisfied", "✓", "✔", "x", "1", "100%",
    ];

    private static readonly HashSet<string> NotDone =
    [
        "failed", "fail", "didnotattend", "notattended", "dna", "absent", "noshow", "booked", "enrolled", "enroled",
        "registered", "invited", "inprogress", "incomplete", "notcompleted", "notcomplete", "notstarted", "notattempted",
        "notyetcompetent", "notcompetent", "notmet", "started", "pending", "waiting", "waitlisted", "onwaitinglist",
        "cancelled", "canceled", "withdrawn", "deferred", "waived", "exempt", "expired", "overdue", "due", "required", "no",
        "n", "false", "partial", "partlyattended", "unsuccessful", "rejected", "0",
    ];

    /// <summary>Whether training of this result counts; null for words that are no result known here.</summary>
    public static bool? Counts(string text)
    {
        if (text is "\u2713" or "\u2714") return true;
        var key = ImportFields.Key(text);
        return Done.Contains(key) ? true : NotDone.Contains(key) ? false : null;
    }

    /// <summary>Whether cells look like results: each is one, and not all are a single letter or digit.</summary>
    public static bool Look(IReadOnlyCollection<string> cells) =>
        cells.Count > 0 && cells.All(c => Counts(c) is not null) && cells.Any(c => c.Length > 1);
}
