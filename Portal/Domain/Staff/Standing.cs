namespace Portal.Domain;

/// <summary>
/// Where a person stands against the level that their job needs. Unmapped: no job of theirs is mapped
/// to a role that needs a level. NotStarted: every job of theirs is still to come, so nothing is asked of them yet.
/// </summary>
public enum Standing { AtLevel, Lapsed, Never, Unmapped, NotStarted }

public static class StandingWords
{
    public static string Words(this Standing standing) => standing switch
    {
        Standing.AtLevel => "At level",
        Standing.Lapsed => "Lapsed",
        Standing.Never => "Not yet held",
        Standing.Unmapped => "Level not known",
        Standing.NotStarted => "Not started yet",
    };
}
