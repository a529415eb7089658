namespace Portal.Domain;

/// <summary>What adding someone to an agency's staff list comes to.</summary>
public enum Identified
{
    /// <summary>Nobody known: a new person.</summary>
    Stranger,

    /// <summary>Someone who is on this list, or whom only this agency has ever had on one.</summary>
    OneOfOurs,

    /// <summary>Someone whom another agency knows. They, or that agency, must agree before there is a post here.</summary>
    KnownElsewhere,
}

/// <summary>
/// Decides whom a form or a row of a file is about. An employee number names someone in post at the agency that gave it and
/// nobody else; an email is a person's in the whole partnership. One of the two is not enough to put a new name on an old
/// record, and no answer tells whose an address is.
/// </summary>
public static class Identity
{
    public const string OtherName = "This work email is already used with a different name. Check both with the person, "
        + "or leave the email empty and ask the partnership’s commissioner";

    public const string OtherNameForNumber = "This employee number belongs to someone with a different name. Check both; "
        + "if the person has changed their name, change it on their page first";

    public const string TwoPeople = "Work email belongs to someone other than the person with this employee number. Check both";

    /// <summary>Someone whom the portal knows, as far as this decision needs.</summary>
    /// <param name="Name">As the portal has it.</param>
    /// <param name="IsInPostHere">In post at the agency today, or about to be.</param>
    /// <param name="IsKnownElsewhere">Has, or ever had, a post at another agency of the partnership.</param>
    public sealed record Known(string Name, bool IsInPostHere, bool IsKnownElsewhere);

    /// <param name="name">As the form or the file gives it.</param>
    /// <param name="known">Who was found; null when nobody was.</param>
    /// <param name="byNumber">The employee number found them, which it does only in post at this agency.</param>
    /// <param name="byEmail">The email found them.</param>
    /// <exception cref="Refused">The name is another's.</exception>
    public static Identified Decide(string name, Known? known, bool byNumber, bool byEmail)
    {
        if (known is null) return Identified.Stranger;
        var isSame = PersonName.IsSame(name, known.Name);
        if (known.IsInPostHere)
        {
            // People change their name: two keys that agree, or half of the name, say that it is still the same person.
            if (isSame || (byNumber && byEmail) || PersonName.SharesPart(name, known.Name)) return Identified.OneOfOurs;
            throw byNumber ? new Refused(OtherNameForNumber, "EmployeeNumber") : new Refused(OtherName, "Email");
        }
        if (!isSame) throw new Refused(OtherName, "Email");
        return known.IsKnownElsewhere ? Identified.KnownElsewhere : Identified.OneOfOurs;
    }
}
