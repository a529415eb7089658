using System.Diagnostics;
using Portal.Tests.Support;

namespace Portal.Tests.Killed;

/// <summary>The whole portal as a process of its own, as an operator starts it: pages on some free port, and the job engine.</summary>
internal sealed class PortalNode : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> said = [];

    private PortalNode(Process process) => this.process = process;

    /// <summary>Where its pages are.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Answers when its jobs may run.</summary>
    public static async Task<PortalNode> StartAsync(IReadOnlyDictionary<string, string> settings, params (string Key, string Value)[] more)
    {
        var arguments = settings.Concat(more.Select(m => KeyValuePair.Create(m.Key, m.Value))).Select(s => $"--{s.Key}={s.Value}");
        var program = Path.Combine(AppContext.BaseDirectory, "Portal.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls=http://127.0.0.1:0", .. arguments])
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Production", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        var node = new PortalNode(Process.Start(start)!);
        while (await node.process.StandardOutput.ReadLineAsync() is { } line)
        {
            node.said.Add(line);
            if (line.Split("Now listening on: ") is [_, var address]) node.Address = new(address);
            if (!line.Contains("Application started", StringComparison.Ordinal)) continue;
            _ = node.process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return node;
        }
        throw new Xunit.Sdk.XunitException($"The portal did not start:\n{string.Join('\n', node.said)}");
    }

    /// <summary>As the operating system ends a process that it gives no chance to say anything.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }
}
