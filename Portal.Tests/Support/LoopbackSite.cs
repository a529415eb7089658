using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Support;

/// <summary>A real web server on a loopback port, which answers everything as a test says, and remembers what it was asked.</summary>
public sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication site;

    private LoopbackSite(WebApplication site) => this.site = site;

    public string Address => site.Urls.Single();

    /// <summary>The forms that were posted, oldest first.</summary>
    public ConcurrentQueue<IFormCollection> Posted { get; } = [];

    public static async Task<LoopbackSite> StartAsync(Func<IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var site = new LoopbackSite(app);
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async context =>
        {
            if (context.Request.HasFormContentType) site.Posted.Enqueue(await context.Request.ReadFormAsync());
            await answer().ExecuteAsync(context);
        });
        await app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
