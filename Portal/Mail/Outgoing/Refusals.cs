using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Portal.Mail.Outgoing;

/// <summary>What the ways in which a message was not accepted mean for it: never, or not now, and whether for it alone.</summary>
internal static class Refusals
{
    /// <summary>Nothing for what nobody foresaw.</summary>
    public static Delivery? Of(Exception problem, MailOptions options) => problem switch
    {
        ParseException => new(Answer.Never, "This is not an email address"),
        NotSupportedException => new(Answer.Never, "The mail server cannot deliver to an address with such letters"),
        SmtpCommandException refused => Of(refused),
        NoConnection no => new(Answer.NotNow, no.Message, ForAll: true),
        ServiceNotAuthenticatedException => new(Answer.NotNow, "The mail server wants us to sign in: set Mail:UserName", ForAll: true),
        IOException or UnauthorizedAccessException when options.Host is null => new(Answer.NotNow, problem.Message, ForAll: true),
        OperationCanceledException or TimeoutException => new(Answer.NotNow, NoAnswer(options)),
        SmtpProtocolException or ServiceNotConnectedException or SocketException or IOException =>
            new(Answer.NotNow, $"The connection was broken off. {problem.Message}"),
        _ => null,
    };

    /// <summary>Why there is no connection, in words; nothing for what nobody foresaw.</summary>
    /// <param name="distrust">What is wrong with the server's certificate, if that was asked.</param>
    public static string? OfConnection(Exception problem, MailOptions options, string? distrust) => problem switch
    {
        SslHandshakeException when distrust is not null => $"The mail server's certificate is not trusted: {distrust}",
        SslHandshakeException => $"The mail server does not speak TLS on port {options.ServerPort}, or not as we do",
        NotSupportedException when options.Security == MailSecurity.StartTls =>
            "The mail server does not offer STARTTLS, or no way to sign in that we know",
        NotSupportedException => "The mail server offers no way to sign in that we know",
        AuthenticationException => $"The mail server did not let us sign in. {problem.Message}",
        SmtpCommandException refused => InWords(refused),
        OperationCanceledException or TimeoutException => NoAnswer(options),
        SmtpProtocolException or SocketException or IOException => $"There is no connection to the mail server. {problem.Message}",
        _ => null,
    };

    /// <summary>Whether the server ends the connection with this answer.</summary>
    public static bool IsClosing(SmtpCommandException refused) => refused.StatusCode == SmtpStatusCode.ServiceNotAvailable;

    private static Delivery Of(SmtpCommandException refused) =>
        new(IsFinal(refused) ? Answer.Never : Answer.NotNow, InWords(refused), IsOurs(refused) || IsClosing(refused));

    /// <summary>A reply of 500 and above is for good, unless it is about us and not about the message: that is for us to mend.</summary>
    private static bool IsFinal(SmtpCommandException refused) => (int)refused.StatusCode >= 500 && !IsOurs(refused);

    /// <summary>
    /// Our sender is refused, or our signing in. 552 is said of the sender too, and means that the message is too big; Microsoft 365
    /// says of the whole message that we may not send as our sender.
    /// </summary>
    private static bool IsOurs(SmtpCommandException refused) => (int)refused.StatusCode is 530 or 534 or 535 or 538
        || (refused.ErrorCode == SmtpErrorCode.SenderNotAccepted && (int)refused.StatusCode is >= 500 and not 552)
        || refused.Message.StartsWith("5.2.252 ", StringComparison.Ordinal)
        || refused.Message.StartsWith("5.7.60 ", StringComparison.Ordinal);

    private static string InWords(SmtpCommandException refused) => $"{(int)refused.StatusCode} {refused.Message}";

    private static string NoAnswer(MailOptions options) => $"The mail server did not answer within {options.TimeoutSeconds} seconds";
}
