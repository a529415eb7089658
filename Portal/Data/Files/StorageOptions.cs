using System.ComponentModel.DataAnnotations;

namespace Portal.Data.Files;

/// <summary>How much may be kept. Section "Storage" of the configuration.</summary>
public sealed class StorageOptions
{
    /// <summary>Megabytes that the uploaded files of one agency may take together, each content counted once.</summary>
    [Range(1, 1_000_000)] public int AgencyMegabytes { get; init; } = 2048;
}
