using Portal.Components;
using Portal.Features.Hubs;

namespace Portal.Features.Agencies.AtHome;

/// <summary>Agencies by name: those that are open, and where none is, those that have closed.</summary>
public sealed class AgenciesFound(AgencyList list) : IFind
{
    public int Order => 20;
    public Permission Needs => Permission.ReadAgencies;

    public async Task<Found> RunAsync(Viewer viewer, string words, CancellationToken cancel)
    {
        var filter = new AgencyList.Filter(words);
        var found = await list.RunAsync(viewer, filter, cancel);
        if (found.Total == 0) found = await list.RunAsync(viewer, filter = filter with { Closed = true }, cancel);
        return new("Agencies", found.Total,
            [.. found.Rows.Take(Found.Most).Select(a => new Found.Hit(a.Name, $"/Agencies/{a.Id}",
                a.ClosedOn is null ? a.Type.Words() : $"closed on {a.ClosedOn.Value.Words()}"))],
            $"/Agencies?Search={Uri.EscapeDataString(words)}{(filter.Closed ? "&Closed=true" : "")}");
    }
}
