using Portal.Features.Hubs;

namespace Portal.Features.Standards.AtHome;

/// <summary>Standards by code, name or what they say, in their version of today.</summary>
public sealed class StandardsFound(StandardList list, UkClock clock) : IFind
{
    public int Order => 50;
    public Permission Needs => Permission.ReadStandards;

    public async Task<Found> RunAsync(Viewer viewer, string words, CancellationToken cancel)
    {
        var parts = PersonName.PartsOf(words);
        List<Found.Hit> all = [.. (await list.AllAsync(viewer, clock.Today, cancel)).Select(row => row.Standard)
            .Where(s => parts.All(p => $"{s.Code} {s.ShortName} {s.Wording}".Contains(p, StringComparison.OrdinalIgnoreCase)))
            .Select(s => new Found.Hit($"{s.Code} {s.ShortName}", $"/Standards/{s.Code}"))];
        return new("Standards", all.Count, [.. all.Take(Found.Most)]);
    }
}
