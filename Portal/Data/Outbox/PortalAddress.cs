namespace Portal.Data.Outbox;

/// <summary>
/// Where people reach the portal, for the links in messages. It is configured and never taken from a request: whoever
/// sends a request could name a site of theirs.
/// </summary>
public sealed class PortalAddress(Uri root)
{
    /// <summary>From the setting "Portal:Address", which Production must have.</summary>
    public static PortalAddress From(IConfiguration configuration, IHostEnvironment environment) => configuration["Portal:Address"] switch
    {
        { Length: > 0 } address when Uri.TryCreate(address, UriKind.Absolute, out var uri) => new(uri),
        null when !environment.IsProduction() => new(new("http://localhost:5080/")),
        var other => throw new InvalidOperationException($"Set Portal:Address to where people reach the portal, such as https://training.example.org/ (it is “{other}”)"),
    };

    /// <summary>The whole address of a path that begins with "/".</summary>
    public string Of(string path) => new Uri(root, path).AbsoluteUri;
}
