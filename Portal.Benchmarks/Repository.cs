namespace Portal.Benchmarks;

/// <summary>Where things are: the portal is measured as it is built, a process of its own.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);
    public static string Portal { get; } = Path.Combine(
        Root, "Portal", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Portal.dll");

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
