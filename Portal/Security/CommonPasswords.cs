using Microsoft.AspNetCore.Identity;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Refuses what is tried first: long passwords that many people have, one thing repeated, and the person's own address or
/// name. Shorter common ones are refused by their length already.
/// </summary>
internal sealed class CommonPasswords : IPasswordValidator<PortalUser>
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "password1234", "password12345", "password123456", "passwordpassword", "password2024", "password2025", "password2026", "passw0rd1234",
        "mypassword123", "newpassword1", "changeme1234", "changemenow1", "letmein12345", "letmeinplease", "welcome12345", "welcome123456",
        "qwertyuiop12", "qwertyuiop123", "qwertyuiop[]", "1q2w3e4r5t6y", "1qaz2wsx3edc", "zaq12wsxcde3", "qazwsxedcrfv", "asdfghjkl123",
        "123456789012", "1234567890123", "12345678901234", "123456789abc", "0123456789ab", "abcdefghijkl", "abc123456789", "abcd12345678",
        "iloveyou1234", "iloveyou123456", "sunshine1234", "princess1234", "football1234", "liverpool123", "manchester12", "monkey123456",
        "administrator", "administrator1", "admin1234567", "training1234", "trainingportal", "trainingportal1", "safeguarding", "safeguarding1",
        "correcthorsebatterystaple", "london123456", "november2026", "december2026", "january20271",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(IsEasy(password ?? "", user)
            ? IdentityResult.Failed(new IdentityError { Code = "Common", Description = "This password is one of the first that others would try. Three words that have nothing to do with each other make a good one" })
            : IdentityResult.Success);

    private static bool IsEasy(string password, PortalUser user) =>
        Known.Contains(password) || password.Distinct().Count() < 5 || Is(password, user.Email) || Is(password, user.Email?.Split('@')[0]) || Is(password, user.Name);

    private static bool Is(string password, string? own) =>
        own is { Length: > 3 } && password.Replace(" ", "").Trim("0123456789!.-_".ToCharArray()).Equals(own.Replace(" ", ""), StringComparison.OrdinalIgnoreCase);
}
