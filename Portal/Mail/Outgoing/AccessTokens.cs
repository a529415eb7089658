using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Mail.Outgoing;

/// <summary>The token by which the portal signs in to its mailbox (OAuth 2.0 client credentials), kept until it is about to end.</summary>
public sealed class AccessTokens(MailOptions options, IHttpClientFactory clients, UkClock clock) : IDisposable
{
    /// <summary>A token is not used so near to its end that the server might see it later.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim asking = new(1);
    private Token? kept;

    internal async Task<string> CurrentAsync(CancellationToken cancel)
    {
        await asking.WaitAsync(cancel);
        try
        {
            if (kept is not { } token || token.Until <= clock.Now) kept = token = await AskAsync(cancel);
            return token.Value;
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>The mail server did not take this token: the next to ask gets another.</summary>
    internal void Forget(string token)
    {
        if (kept?.Value == token) kept = null;
    }

    public void Dispose() => asking.Dispose();

    private async Task<Token> AskAsync(CancellationToken cancel)
    {
        try
        {
            using var http = clients.CreateClient(nameof(AccessTokens));
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["scope"] = options.TokenScope,
                ["client_id"] = options.ClientId!, ["client_secret"] = options.ClientSecret!,
            });
            using var reply = await http.PostAsync(options.TokenAddress, form, cancel);
            var said = await reply.Content.ReadFromJsonAsync<Reply>(cancel);
            if (reply.IsSuccessStatusCode && said?.Token is { } token)
                return new(token, clock.Now + TimeSpan.FromSeconds(said.Seconds) - Margin);
            var reason = said?.Description?.ReplaceLineEndings("\n").Split('\n')[0];
            throw new NoConnection($"{Refused}. {(int)reply.StatusCode} {said?.Error} {reason}".TrimEnd());
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or IOException)
        {
            throw new NoConnection($"{Refused}. {problem.Message}", problem);
        }
    }

    private string Refused => $"{options.TokenAddress!.Host} gave us no token to sign in to the mail server with";

    private sealed record Token(string Value, DateTime Until);

    private sealed record Reply(
        [property: JsonPropertyName("access_token")] string? Token, [property: JsonPropertyName("expires_in")] int Seconds,
        [property: JsonPropertyName("error")] string? Error, [property: JsonPropertyName("error_description")] string? Description);
}
