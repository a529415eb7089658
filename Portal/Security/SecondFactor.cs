namespace Portal.Security;

public static class SecondFactor
{
    /// <summary>
    /// Those who can change what others may do, or what is reported of them, need more than a password.
    /// Development does without.
    /// </summary>
    public static bool IsRequired(Role role, IHostEnvironment environment) =>
        role.DecidesForOthers() && !environment.IsDevelopment();

    /// <summary>What somebody typed, as it is checked, and whether authenticator apps show such codes: others are for recovery.</summary>
    public static (string Code, bool IsOfApp) Read(string typed)
    {
        var code = typed.Replace(" ", "").ToUpperInvariant();
        return (code, code.Length == 6 && code.All(char.IsAsciiDigit));
    }
}
