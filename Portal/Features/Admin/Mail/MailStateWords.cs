using Portal.Data.Outbox;

namespace Portal.Features.Admin.Mail;

public static class MailStateWords
{
    public static string Words(this MailState state) => state switch
    {
        MailState.Queued => "Waiting",
        MailState.Sent => "Sent",
        MailState.Failed => "Could not be delivered",
    };

    public static string Colour(this MailState state) => state switch
    {
        MailState.Queued => "blue",
        MailState.Sent => "green",
        MailState.Failed => "red",
    };
}
