using System.ComponentModel.DataAnnotations;

namespace Portal.Data.Files;

/// <summary>How much may be kept.</summary>
public sealed class StorageOptions : ISettings
{
    public static string Section => "Storage";

    /// <summary>Megabytes that the uploaded files of one agency may take together, each content counted once.</summary>
    [Range(1, 1_000_000)] public int AgencyMegabytes { get; init; } = 2048;
}
