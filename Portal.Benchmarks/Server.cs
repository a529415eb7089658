using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>A web application in a process of its own, as it would be run.</summary>
internal sealed class Server : IAsyncDisposable
{
    public const string Address = "http://localhost/";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;

    private Server(Process process, int port, TimeSpan startedIn) => (this.process, Port, StartedIn) = (process, port, startedIn);

    public int Port { get; }

    /// <summary>From the start of the process to the first answered request.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Resident memory, MB.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 >> 20;
        }
    }

    /// <summary>The processor time that it has taken, which is the same however busy the machine is.</summary>
    public TimeSpan Worked
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most that its resident memory ever was, MB.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 >> 20;
        }
    }

    /// <summary>The portal in Production over an existing database.</summary>
    public static Task<Server> PortalAsync(string connection, Options options, bool jobs, string path) =>
        StartAsync([Path.Combine(options.Portal, "Portal.dll")], options.Portal, options.Port, path, new()
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{options.Port}", ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Portal__Address"] = Address, ["Database__ConnectionString"] = connection, ["Database__Provider"] = $"{options.Provider}",
            ["Jobs__Enabled"] = $"{jobs}", ["Mail__Folder"] = Path.Combine(options.Folder, "mail"),
            ["Logging__LogLevel__Default"] = "Error",
        });

    /// <summary>An application with nothing but a page of so many bytes.</summary>
    public static Task<Server> BareAsync(int port, long bytes) =>
        StartAsync(
            [
                typeof(Server).Assembly.Location, "bare", port.ToString(CultureInfo.InvariantCulture),
                bytes.ToString(CultureInfo.InvariantCulture)
            ], Repository.Root, port, "/", new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" });

    private static async Task<Server> StartAsync(
        string[] command, string folder, int port, string path, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", command) { WorkingDirectory = folder };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        while (!await AnswersAsync(http, path))
        {
            if (process.HasExited || watch.Elapsed > Patience) throw new InvalidOperationException($"{command[0]} did not start");
            await Task.Delay(5);
        }
        return new(process, port, watch.Elapsed);
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(path);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Nobody listens yet.
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
