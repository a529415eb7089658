using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Web;

/// <summary>Links of a list that keep what the address already says: the next page, another order, one choice fewer.</summary>
public static class RequestUrlExtensions
{
    /// <summary>
    /// This address with one part set, or left out when <paramref name="value"/> is null. Any change but of the
    /// page starts at page 1 again.
    /// </summary>
    public static string With(this HttpRequest here, string key, object? value) => here.With((key, value));

    public static string With(this HttpRequest here, params (string Key, object? Value)[] changes)
    {
        var kept = here.Query.Where(q => q.Key != "page" && changes.All(c => c.Key != q.Key) && !string.IsNullOrEmpty(q.Value))
            .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        var set = changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value!.ToString()));
        return QueryHelpers.AddQueryString($"{here.PathBase}{here.Path}", kept.Concat(set));
    }

    /// <summary>An address of ours with the query with which the person was there last, if this request comes from it.</summary>
    public static string? AsLeft(this HttpRequest here, string? address) =>
        Uri.TryCreate(here.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == here.Host.Value
            && from.AbsolutePath == address ? from.PathAndQuery : address;
}
