using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// What somebody had typed when their session ended. It stands nowhere but, sealed, in the sign-in page that answers them: only the same
/// person opens it, within the hour. Files, passwords, codes and secrets are never in it, nor anything of the pages of an account.
/// </summary>
public sealed class TypedForms(PortalDb db, IDataProtectionProvider protection, UkClock clock)
{
    /// <summary>Of all values together, in characters: a long answer many times over.</summary>
    public const int Longest = 64_000;

    /// <summary>Bytes of a request that is looked at at all.</summary>
    private const int LargestRequest = 1_000_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);
    private static readonly string[] Secret = ["Password", "Code", "Secret", "__RequestVerificationToken"];

    /// <param name="Address">Where it was sent, within the portal.</param>
    /// <param name="MembershipId">In which of their memberships the person typed it.</param>
    public sealed record Typed(
        Guid UserId, Guid? MembershipId, DateTime At, string Address, IReadOnlyList<Field> Fields, bool HadFiles);

    public sealed record Field(string Name, string Value);

    /// <summary>Stands at a request whose session had ended while a form was open.</summary>
    /// <param name="Sealed">Null when it was too much to keep.</param>
    public sealed record Ended(string? Sealed, string Address);

    private IDataProtector Seal => protection.CreateProtector("What was typed when a session ended");

    /// <summary>
    /// Asks for a sign-in as ever, but says at the request what was typed by whoever had been signed in, so that it is answered with
    /// the sign-in page itself: a redirect would drop it.
    /// </summary>
    public static async Task AskToSignInAsync(
        RedirectContext<CookieAuthenticationOptions> asked, Func<RedirectContext<CookieAuthenticationOptions>, Task> usual)
    {
        var (http, cookie) = (asked.HttpContext, asked.Options.Cookie.Name!);
        var ticket = asked.Options.CookieManager.GetRequestCookie(http, cookie) is { } value
            ? asked.Options.TicketDataFormat.Unprotect(value) : null;
        var ended = ticket is null ? null : await http.RequestServices.GetRequiredService<TypedForms>().KeepAsync(http, ticket.Principal);
        if (ended is null) await usual(asked);
        else http.Features.Set(ended);
    }

    /// <summary>What the same person typed within the hour; null for everybody else and for anything else.</summary>
    public Typed? Open(string? sealedForm, ClaimsPrincipal person) =>
        Read(sealedForm) is { } typed && typed.UserId == UserOf(person) && clock.Now < typed.At + Lasts ? typed : null;

    /// <summary>In which membership it was typed, whoever signs in now; null when it says none.</summary>
    public Id<Membership>? MembershipOf(string? sealedForm) => Read(sealedForm)?.MembershipId is { } id ? new Id<Membership>(id) : null;

    public static bool IsSecret(string field) =>
        Array.Exists(Secret, name => field.EndsWith(name, StringComparison.OrdinalIgnoreCase));

    private async Task<Ended?> KeepAsync(HttpContext http, ClaimsPrincipal person)
    {
        var (request, cancel) = (http.Request, http.RequestAborted);
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Path.StartsWithSegments("/Account")
            || UserOf(person) is not { } user)
            return null;
        var address = $"{request.PathBase}{request.Path}{request.QueryString}";
        if (request.ContentLength is null or > LargestRequest) return new(null, address);
        var form = await request.ReadFormAsync(cancel);
        List<Field> fields = [.. form.Where(f => !IsSecret(f.Key)).SelectMany(f => f.Value, (f, value) => new Field(f.Key, value ?? ""))];
        if (fields.Sum(f => f.Name.Length + f.Value.Length) > Longest) return new(null, address);
        var membership = Id<UserSession>.TryParse(person.FindFirstValue(Session.Claim), null, out var id)
            ? await db.UserSessions.Where(s => s.Id == id).Select(s => s.MembershipId).SingleOrDefaultAsync(cancel) : null;
        var typed = new Typed(user, membership?.Value, clock.Now, address, fields, form.Files.Any(f => f.Length > 0));
        return new(Seal.Protect(JsonSerializer.Serialize(typed)), address);
    }

    private Typed? Read(string? sealedForm)
    {
        if (string.IsNullOrEmpty(sealedForm)) return null;
        try
        {
            return JsonSerializer.Deserialize<Typed>(Seal.Unprotect(sealedForm));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // Not ours, or of a key that is no longer kept.
        }
    }

    private static Guid? UserOf(ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
