using System.Net;

namespace Portal.Tests.Support;

/// <summary>One visitor with cookies of their own, who opens pages and uses what is on them.</summary>
/// <param name="client">Follows redirects and keeps cookies.</param>
public sealed class FrontDoor(HttpClient client)
{
    public async Task<WebPage> Open(string path) => await Send(new(HttpMethod.Get, path));

    /// <summary>A file, or anything else that is not a page.</summary>
    public async Task<Download> Fetch(string path)
    {
        using var response = await client.GetAsync(path);
        return new(response.StatusCode, response.Content.Headers.ContentType?.ToString(),
            response.Content.Headers.ContentDisposition?.FileName?.Trim('"'), await response.Content.ReadAsByteArrayAsync(),
            response.Content.Headers.ContentDisposition?.DispositionType);
    }

    /// <summary>A request as an attacker would make it: no form was opened, so there is no antiforgery token.</summary>
    public async Task<WebPage> PostWithoutForm(string path, params (string Name, string Value)[] fields) =>
        await Send(new(
            HttpMethod.Post, path)
        { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    internal async Task<WebPage> Send(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        return await WebPage.Read(this, response);
    }

    public sealed record Download(HttpStatusCode Status, string? ContentType, string? FileName, byte[] Bytes, string? Disposition)
    {
        public string Text => System.Text.Encoding.UTF8.GetString(Bytes).TrimStart('\uFEFF');
    }
}

public static class SignedInDoor
{
    /// <summary>So that a test reads in one line: <c>await app.SignedInAs(Role.Auditor).Open("/")</c>.</summary>
    public static async Task<WebPage> Open(this Task<FrontDoor> door, string path) => await (await door).Open(path);
}
