using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Portal.Security;

/// <summary>
/// Beside the lockout of one account, a limit on how often one network may try at the door at all, and how often it may read what a
/// secret address opens without signing in. It is generous, because a whole council, or a calendar service, may share one address.
/// </summary>
internal static class SignInRateLimit
{
    public const int PerMinute = 60, FeedsPerMinute = 600;

    public static void Refuse(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/Account") ? Of(http, "door", PerMinute)
            : http.Request.Path.StartsWithSegments("/Courses/Feed") ? Of(http, "feed", FeedsPerMinute)
            : RateLimitPartition.GetNoLimiter("elsewhere"));
    }

    private static RateLimitPartition<string> Of(HttpContext http, string where, int perMinute) => RateLimitPartition.GetFixedWindowLimiter(
        $"{where} {http.Connection.RemoteIpAddress}", _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
}
