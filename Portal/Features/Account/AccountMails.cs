using System.Globalization;
using Portal.Components;
using Portal.Data;
using Portal.Mail;

namespace Portal.Features.Account;

/// <summary>A message about someone's account. Its subject names neither the portal's topic nor the reason.</summary>
public abstract record AccountMail(string ToAddress, string ToName, DateTime At) : Notice(ToName, ToAddress)
{
    public override string Key =>
        $"{GetType().Name} {ToAddress} {OneTimeLink.HashOf(Link?.Href ?? "")[..12]} {At.ToString("O", CultureInfo.InvariantCulture)}";
    public override bool IsPrivate => Link is not null;

    // Whoever has not chosen a name yet goes by their address.
    protected override string Greeting => ToName.Contains('@') ? "Hello," : $"Dear {ToName},";
}

/// <summary>To someone new: the link with which they choose a name and a password.</summary>
public sealed record InvitationMail(string ToAddress, string ToName, string Role, string Partnership, string Href, DateTime At)
    : AccountMail(ToAddress, ToName, At)
{
    public override string Subject => "Your invitation";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Partnership} has invited you to its training portal as {Role}. Choose a password to begin.",
        $"The link works once, until {UkClock.DayOf(At + OneTimeLink.InvitationLasts).Words()}. "
            + "If you did not expect it, you need do nothing.",
    ];
    protected override (string, string)? Link => ("Accept the invitation", Href);
}

/// <summary>To someone who signs in already: they have one more role.</summary>
public sealed record NewRoleMail(string ToAddress, string ToName, string Role, string Partnership, string Href, DateTime At)
    : AccountMail(ToAddress, ToName, At)
{
    public override string Subject => "You have a new role";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Partnership} has added you to its training portal as {Role}. Sign in as usual; "
            + "you can change whom you act for at the top of every page.",
    ];
    protected override (string, string)? Link => ("Sign in", Href);
}

public sealed record PasswordResetMail(string ToAddress, string ToName, string Href, DateTime At) : AccountMail(ToAddress, ToName, At)
{
    public override string Subject => "The link you asked for";
    protected override IReadOnlyList<string> Sentences =>
    [
        "Someone, probably you, asked for a new password with this address.",
        "The link works once, for one hour. If it was not you, do nothing: your password stays as it is.",
    ];
    protected override (string, string)? Link => ("Choose a new password", Href);
}

/// <summary>What happened to an account that its owner must hear of, whoever did it.</summary>
public enum AccountChange { PasswordChanged, SecondFactorTurnedOn, SecondFactorReplaced, SecondFactorReset, RecoveryCodeUsed }

public sealed record AccountChangedMail(string ToAddress, string ToName, AccountChange Change, DateTime At)
    : AccountMail(ToAddress, ToName, At)
{
    public AccountChangedMail(PortalUser user, AccountChange change, DateTime at) : this(user.Email!, user.Name, change, at) { }

    public override string Key => $"{base.Key} {Change}";
    public override string Subject => "Your account was changed";
    protected override IReadOnlyList<string> Sentences =>
    [
        On(UkClock.DayOf(At).Words()),
        Change switch
        {
            AccountChange.SecondFactorReset => "If you did not ask for this, tell the partnership’s commissioner.",
            AccountChange.PasswordChanged or AccountChange.SecondFactorTurnedOn or AccountChange.SecondFactorReplaced
                or AccountChange.RecoveryCodeUsed =>
                "If it was not you, ask for a new password at once on the sign-in page, and tell the partnership’s commissioner.",
        },
    ];

    private string On(string day) => Change switch
    {
        AccountChange.PasswordChanged => $"Your password was changed on {day}. You are signed out wherever you were signed in before.",
        AccountChange.SecondFactorTurnedOn =>
            $"A second factor was turned on for your account on {day}. You are signed out wherever you were signed in before.",
        AccountChange.SecondFactorReplaced =>
            $"Another authenticator app was put in place of yours on {day}. The old one and its recovery codes no longer work.",
        AccountChange.SecondFactorReset =>
            $"Your second factor was taken away on {day} by someone who looks after the portal. You can set up another when you sign in.",
        AccountChange.RecoveryCodeUsed => $"One of your recovery codes was used on {day}. Each works once.",
    };
}
