using System.Threading.RateLimiting;

namespace Portal.Security;

/// <summary>
/// Beside the lockout of one account, a limit on how often one network may try at the door at all, and how often it may read what a
/// secret address opens without signing in. It is generous, because a whole council, or a calendar service, may share one address.
/// </summary>
internal sealed class SignInRateLimit : IMiddleware, IDisposable
{
    public const int PerMinute = 60, FeedsPerMinute = 600;

    // Ours and not the framework's middleware, which never ends the limiters it makes: each keeps its whole portal in memory.
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/Account") ? Of(http, "door", PerMinute)
        : http.Request.Path.StartsWithSegments("/Courses/Feed") ? Of(http, "feed", FeedsPerMinute)
        : RateLimitPartition.GetNoLimiter("elsewhere"));

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired) await next(context);
        else context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }

    public void Dispose() => limiter.Dispose();

    private static RateLimitPartition<string> Of(HttpContext http, string where, int perMinute) => RateLimitPartition.GetFixedWindowLimiter(
        $"{where} {http.Connection.RemoteIpAddress}", _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
}
