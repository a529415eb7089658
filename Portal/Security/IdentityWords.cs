using Microsoft.AspNetCore.Identity;

namespace Portal.Security;

/// <summary>Identity's refusals in our words.</summary>
internal sealed class IdentityWords : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), $"Password must be {length} characters or more");
    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "Your current password is not right");
    public override IdentityError UserAlreadyHasPassword() =>
        Say(nameof(UserAlreadyHasPassword), "This invitation was already accepted. Sign in instead");
    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), "Someone already has this email address");

    public override IdentityError InvalidEmail(string? email) =>
        Say(nameof(InvalidEmail), "Enter an email address in the right form, like name@example.org");

    private static IdentityError Say(string code, string words) => new() { Code = code, Description = words };
}

public static class IdentityResults
{
    /// <summary>Refuses with Identity's first reason, beside the field it belongs to.</summary>
    public static void OrRefuse(this IdentityResult result, string? field = null)
    {
        if (!result.Succeeded) throw new Refused(result.Errors.First().Description, field);
    }
}
