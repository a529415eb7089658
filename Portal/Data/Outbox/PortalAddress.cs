namespace Portal.Data.Outbox;

/// <summary>
/// Where people reach the portal, for the links in messages. It is configured and never taken from a request: whoever
/// sends a request could name a site of theirs.
/// </summary>
public sealed class PortalAddress(Uri root)
{
    /// <summary>The whole address of a path that begins with "/".</summary>
    public string Of(string path) => new Uri(root, path).AbsoluteUri;
}
