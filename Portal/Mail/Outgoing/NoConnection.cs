namespace Portal.Mail.Outgoing;

/// <summary>There is no way to the mail server, or it does not let us in: a reason in words that is the same for every message.</summary>
internal sealed class NoConnection(string words, Exception? inner = null) : Exception(words, inner);
