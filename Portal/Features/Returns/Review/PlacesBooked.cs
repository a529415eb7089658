using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.Review;

/// <summary>How many places an agency has booked for its gaps, action by action, as its reviewer reads it.</summary>
public sealed class PlacesBooked(ActionsSection actions, PlacesForActions places)
{
    public sealed record Row(string Action, PlacesForActions.Count Count);

    public async Task<IReadOnlyList<Row>> RunAsync(ReturnView.Details details, CancellationToken cancel)
    {
        var plans = await actions.RunAsync(details.Return.Id, cancel);
        var counts = await places.RunAsync(details, plans, cancel);
        return [.. plans.Actions.Where(a => counts.ContainsKey(a.Action.Id)).Select(a => new Row(a.Words, counts[a.Action.Id]))];
    }
}
