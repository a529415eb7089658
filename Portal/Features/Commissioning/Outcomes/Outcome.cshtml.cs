using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Commissioning.Outcomes;

[Allow(Permission.ReadRequests)]
public sealed class OutcomeModel(RequestView view, OutcomesOfOrders outcomes, Viewer viewer) : RequestPageModel(view, viewer)
{
    /// <summary>What one provider was ordered to give at the level of this request, and what came of it.</summary>
    public sealed record Compared(Id<Provider> ProviderId, string Provider, bool IsOwn, int Orders, TrainingOutcome Outcome);

    /// <summary>Which of the orders of the request; null for the newest.</summary>
    [FromRoute] public int? Number { get; set; }
    public OutcomesOfOrders.Line Line { get; private set; } = null!;

    /// <summary>Providers at the same level, by name; none for those who read only requests of their own agency.</summary>
    public IReadOnlyList<Compared> Providers { get; private set; } = [];

    /// <summary>What releasing people for a place was reckoned at, on top of the training; null while there is nothing to divide.</summary>
    public Money? PlaceWithRelease => Asked.AllPlaces == 0 ? null : Asked.Cost.Times(1m / Asked.AllPlaces);

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        // Those of the level are told to whoever reads requests of the whole partnership; this one is among them.
        var alike = Asked.LevelNumber is { } level ? await outcomes.RunAsync(Viewer, new(Level: level), cancel) : [];
        bool IsShown(OutcomesOfOrders.Line line) => line.Request.Id == RequestId && (Number is null || line.Order.Number == Number);
        if ((alike.FirstOrDefault(IsShown)
            ?? (await outcomes.RunAsync(Viewer, new(RequestId), cancel)).FirstOrDefault(IsShown)) is not { } line) return false;
        Line = line;
        Providers = [.. alike.GroupBy(l => (l.Order.ProviderId, l.Provider))
            .OrderBy(g => g.Key.Provider, StringComparer.OrdinalIgnoreCase)
            .Select(g => new Compared(g.Key.ProviderId, g.Key.Provider, g.Key.ProviderId == line.Order.ProviderId, g.Count(),
                TrainingOutcome.Together([.. g.Select(l => l.Outcome)])))];
        return true;
    }
}
