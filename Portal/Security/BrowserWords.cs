using System.Net;

namespace Portal.Security;

/// <summary>A browser and a network as the person at them would know them again; enough for that, and no more.</summary>
internal static class BrowserWords
{
    // In this order: most browsers also claim to be the ones below them.
    private static readonly (string Sign, string Words)[] Browsers =
        [
            ("Edg", "WebSetup"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
            ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")
        ];

    private static readonly (string Sign, string Words)[] Systems =
        [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "Chromebook"),
            ("Mac OS X", "Mac"), ("Linux", "Linux")
        ];

    /// <summary>"Firefox on Windows"; "A browser" for one that says nothing we know.</summary>
    public static string Of(string? userAgent)
    {
        var (browser, system) = (First(Browsers), First(Systems));
        return system is null ? browser ?? "A browser" : $"{browser ?? "A browser"} on {system}";

        string? First((string Sign, string Words)[] known) =>
            known.FirstOrDefault(k => userAgent?.Contains(k.Sign, StringComparison.Ordinal) == true).Words;
    }

    /// <summary>As it is written everywhere: 192.0.2.7 also where the machine speaks IPv6.</summary>
    public static string? AddressOf(IPAddress? address) =>
        (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.ToString();
}
