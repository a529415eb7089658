namespace Portal.Features.Imports.Sql;

/// <summary>
/// Why a row is refused, or is not put back, where the database decides it for all rows at once. SQL says which, as a parameter of
/// that name, and puts the row's own words for what stands in brackets.
/// </summary>
internal static class RowSentences
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        // Who a row is about
        ["TwoPeople"] = Identity.TwoPeople,
        ["SeveralOfTheName"] = "Several people on the staff list are called [name]. "
            + "Give an employee number or a work email, so that we can tell who this is",
        ["OneNumberTwoPeople"] = "Row [row] gives the same employee number to [name]. Each person needs their own",
        ["OneEmailTwoPeople"] = "Row [row] gives the same work email to [name]. Each person needs their own",
        ["OneNumberTwoEmails"] = "Row [row] has the same employee number with a different work email. Correct one of them",
        ["OnePersonTwoEmails"] = "Row [row] is about the same person with a different work email. Correct one of them",
        ["OnePersonTwoNames"] = "Row [row] is about the same person with the name [name]. Correct one of them",
        ["OtherRowRefused"] = "The other row of this person is refused. Correct that row too",
        ["WorksElsewhereToo"] = "This person works at another agency too, so their name and work email are not changed by a file. "
            + "Take the change out, or ask the partnership’s commissioner to make it",

        // People whom another agency knows
        ["NoJobToLeaveYet"] = "[name] is asked first, so has no job here to leave yet. Take the last day out",
        ["AskedByAnotherRow"] = "Row [row] asks for [name] already. Add this job when they have agreed",

        // Their job
        ["TitleGivenAlready"] = "Row [row] already gives [name] this job title",
        ["LeftOnAnotherDay"] = "[name] has already left this job, on another day",
        ["LeavesBeforeStart"] = Post.LeavesBeforeStart,
        ["NotInThisJob"] = "[name] is not in this job on the staff list, so cannot leave it. Take the row out",

        // Why their line manager is left out
        ["OwnManager"] = "[name] cannot be their own line manager, so that is left out",
        ["ManagerNotHere"] = "Line manager “[manager]” is not on the staff list or in this file, so is left out",
        ["SeveralManagers"] = "Several people are called [manager], so the line manager is left out. "
            + "Give their employee number or work email",
        ["ManagerIsAsked"] = "Line manager “[manager]” is asked first, so is left out for now",
        ["ManagerIsInQuestion"] = "It is not said yet who the line manager “[manager]” is, so they are left out for now",
        ["ManagerIsRefused"] = "The row of the line manager “[manager]” is refused, so they are left out",
        ["ReportsInACircle"] = "Line manager “[manager]” would report to [name], directly or through others, as well, so is left out",

        // Training
        ["NumberAndEmailDiffer"] = "Employee number and work email belong to two different people. Check both",
        ["NobodyHasThisNumber"] = Nobody("the employee number “[number]”"),
        ["NobodyHasThisEmail"] = Nobody("the work email “[email]”"),
        ["NobodyHasEither"] = Nobody("the employee number “[number]” or the work email “[email]”"),
        ["NobodyHasThisName"] = Nobody("the name “[name]”"),
        ["TrainingGivenAlready"] = "Row [row] already gives this person this level on this day",

        // Why undo leaves it
        ["JobChangedSince"] = "Someone has changed this job since, so it stays as it is now",
        ["PersonChangedSince"] = "Someone has changed this person’s name or email since, so they stay as they are now",
        ["SomethingElseRecorded"] = "Something else has been recorded for this person since, so they stay, without this job",
        ["AgreedSince"] = "[name] was asked for, and that has been agreed since, so they stay on the staff list",
        ["RecordChangedSince"] = "Someone has changed or corrected this record since, so it stays",
    };

    private static string Nobody(string key) => $"No one on the staff list has {key}. Correct it, or import the staff list first";
}
