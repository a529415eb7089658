namespace Portal.Security;

public static class SecondFactor
{
    /// <summary>
    /// Those who can change what others may do, or what is reported of them, need more than a password.
    /// Development does without.
    /// </summary>
    public static bool IsRequired(Role role, IHostEnvironment environment) =>
        role.DecidesForOthers() && !environment.IsDevelopment();
}
