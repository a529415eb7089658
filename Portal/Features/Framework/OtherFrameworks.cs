using Portal.Data.Seeding;

namespace Portal.Features.Framework;

/// <summary>Frameworks that other places use, to read and compare with.</summary>
public sealed class OtherFrameworks(SeedFiles seeds)
{
    public Task<IReadOnlyList<FrameworkSeed>> RunAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(seeds.OtherFrameworks);
    }
}
