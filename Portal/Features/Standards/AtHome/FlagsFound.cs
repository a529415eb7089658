using Portal.Components;
using Portal.Features.Hubs;

namespace Portal.Features.Standards.AtHome;

/// <summary>Flags by number, agency or standard: those that are open, and where none is, those that have closed.</summary>
public sealed class FlagsFound(FlagList list) : IFind
{
    public int Order => 30;
    public Permission Needs => Permission.ReadFlags;

    public async Task<Found> RunAsync(Viewer viewer, string words, CancellationToken cancel)
    {
        var filter = new FlagList.Filter(Search: words);
        var found = await list.RunAsync(viewer, filter, cancel);
        if (found.Total == 0) found = await list.RunAsync(viewer, filter = filter with { Closed = true }, cancel);
        return new("Flags", found.Total,
            [.. found.Rows.Take(Found.Most).Select(f => new Found.Hit($"{f.Reference}, {f.Agency}", $"/Flags/{f.Id}",
                $"{f.Code} {f.Standard}{(f.ClosedOn is { } closed ? $", closed on {closed.Words()}" : "")}"))],
            $"/Flags?Search={Uri.EscapeDataString(words)}{(filter.Closed ? "&Closed=true" : "")}");
    }
}
