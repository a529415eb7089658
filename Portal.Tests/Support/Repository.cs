namespace Portal.Tests.Support;

/// <summary>Where the sources stand, found by walking up from the built tests.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>Source files under a folder, without what the build made.</summary>
    public static IEnumerable<string> Sources(string folder, params string[] extensions) =>
        !Directory.Exists(File(folder)) ? [] : Directory.EnumerateFiles(File(folder), "*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(Path.GetExtension(f)))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("TrainingPortal.sln is not in any folder above the tests"),
        _ when System.IO.File.Exists(Path.Combine(folder.FullName, "TrainingPortal.sln")) => folder.FullName,
        _ => FindRoot(folder.Parent),
    };
}
