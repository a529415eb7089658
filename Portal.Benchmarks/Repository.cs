using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Portal.Benchmarks;

/// <summary>Where things are: the portal is measured as it is installed, a process of its own.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Publishes the portal for this kind of machine, as docs/operations.md says; what is published already stays.</summary>
    public static async Task PublishAsync(Options options)
    {
        using var publish = Process.Start(
            new ProcessStartInfo("./publish.sh", [options.Portal, RuntimeInformation.RuntimeIdentifier]) { WorkingDirectory = Root })!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException("The portal could not be published");
    }

    /// <summary>The text of a floor: SQL as someone would write it by hand for one database.</summary>
    public static string Sql(string name)
    {
        using var reader = new StreamReader(typeof(Repository).Assembly.GetManifestResourceStream($"{name}.sql")
            ?? throw new FileNotFoundException(name));
        return reader.ReadToEnd();
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "TrainingPortal.sln")) ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("TrainingPortal.sln"));
}
