using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

public sealed class ClosingWhoAsks : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_a_closed_agency_asked_for_is_withdrawn_and_it_asks_along_no_more()
    {
        var waiting = await app.In((PortalDb db) => db.CommissioningRequests.AsNoTracking().Include(r => r.Parties)
            .SingleAsync(r => r.State == RequestState.Submitted));
        Assert.Null(await RunAsync());

        await CloseAsync(Assert.Single(waiting.Parties).AgencyId);
        Assert.Equal("Ended the part of closed agencies in 1 request", await RunAsync());
        var after = await StateAsync(waiting.Id);
        Assert.Equal((RequestState.Submitted, 0), (after.State, after.Parties.Count));

        await CloseAsync(waiting.AgencyId!.Value);
        Assert.Equal("Ended the part of closed agencies in 1 request", await RunAsync());
        Assert.Equal(RequestState.Withdrawn, (await StateAsync(waiting.Id)).State);
        Assert.True(await app.In((PortalDb db) => db.Outbox.AnyAsync(m => m.Key.StartsWith($"commissioning/{waiting.Id}/Withdrawn/"))));
        Assert.Null(await RunAsync());
    }

    private Task<string?> RunAsync() => app.In((EndRequestsOfClosedAgenciesJob job) => job.RunAsync(default));

    private Task<CommissioningRequest> StateAsync(Id<CommissioningRequest> id) => app.In((PortalDb db) =>
        db.CommissioningRequests.AsNoTracking().Include(r => r.Parties).SingleAsync(r => r.Id == id));

    private Task CloseAsync(Id<Agency> agency) => app.In((PortalDb db) => db.Agencies.Where(a => a.Id == agency)
        .ExecuteUpdateAsync(a => a.SetProperty(x => x.ClosedOn, Given.Today)));
}
