using Portal.Data.Files;

namespace Portal.Features.Admin;

/// <summary>Removes bytes that no file has: older versions of the portal kept an upload before they had decided about it.</summary>
public sealed class SweepFilesJob(FileStore files)
{
    public async Task<string?> RunAsync(CancellationToken cancel) =>
        await files.SweepAsync(cancel) is > 0 and var pieces ? $"Removed up to {Words.Number(pieces)} MB that belonged to no file" : null;
}
