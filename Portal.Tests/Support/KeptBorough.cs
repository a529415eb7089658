using System.Security.Cryptography;

namespace Portal.Tests.Support;

/// <summary>
/// The fictional borough on SQLite as a run of this build has made it, kept beside the built tests for the runs that follow. Another
/// build, or other seeds, make it anew.
/// </summary>
internal static class KeptBorough
{
    private static readonly string Kept = Path.Combine(AppContext.BaseDirectory, $"borough-{WhatItIsMadeOf()}.db");

    /// <summary>False when there is none.</summary>
    public static bool CopiesTo(string path)
    {
        if (!File.Exists(Kept)) return false;
        File.Copy(Kept, path);
        return true;
    }

    /// <summary>Whole or not at all, whoever else does the same at this moment.</summary>
    public static void Keep(string path)
    {
        foreach (var old in Directory.EnumerateFiles(AppContext.BaseDirectory, "borough-*.db").Where(f => f != Kept)) File.Delete(old);
        var whole = $"{Kept}.{Environment.ProcessId}";
        File.Copy(path, whole);
        File.Move(whole, Kept, overwrite: true);
    }

    private static string WhatItIsMadeOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var code in new[] { typeof(Program), typeof(KeptBorough) }) hash.AppendData(code.Module.ModuleVersionId.ToByteArray());
        foreach (var seed in Repository.Sources("seeds", ".json")) hash.AppendData(File.ReadAllBytes(Repository.File(seed)));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
