using Portal.Benchmarks.Pages;

namespace Portal.Benchmarks;

/// <summary>An empty Razor Pages application with one page of so many bytes: nothing that answers with a page can be faster.</summary>
internal static class BarePage
{
    public static async Task<int> ServeAsync(int port, int bytes)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new BareText(new string('x', Math.Max(0, bytes - 1))));
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync($"http://127.0.0.1:{port}");
        return 0;
    }
}
