using Portal.Features.Hubs;

namespace Portal.Features.Commissioning;

/// <summary>Requests to commission training by their title, number or agency.</summary>
public sealed class RequestsFound(RequestList list) : IFind
{
    public int Order => 55;
    public Permission Needs => Permission.ReadRequests;

    public async Task<Found> RunAsync(Viewer viewer, string words, CancellationToken cancel)
    {
        var page = await list.RunAsync(viewer, new(words, null, null, 1), cancel);
        return new("Commissioning", page.Total,
            [.. page.Rows.Take(Found.Most)
                .Select(r => new Found.Hit(r.Title, $"/Commissioning/{r.Id}", $"{r.Reference}, {r.State.Words()}"))],
            $"/Commissioning?Search={Uri.EscapeDataString(words)}");
    }
}
