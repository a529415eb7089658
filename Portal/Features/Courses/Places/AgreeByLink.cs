namespace Portal.Features.Courses.Places;

/// <summary>The line manager’s answer by the link in the message, without an account. Nobody is asked why.</summary>
public sealed class AgreeByLink(AskedByLink asked, PlacesOfRun places, UkClock clock)
{
    public async Task RunAsync(string? code, bool agree, CancellationToken cancel)
    {
        var found = await asked.RunAsync(code, BookingState.AwaitingManager, cancel) ?? throw new Refused("This link no longer works");
        var manager = Viewer.System(found.PartnershipId) with { Name = "The line manager, by link", AgencyId = found.AgencyId };
        await places.RunAsync(manager, found.RunId, [found.StaffId], (_, there) =>
        {
            var booking = there.Bookings.Single(b => b.Id == found.Id);
            if (agree) booking.Agree(manager, clock.Now);
            else booking.Decline(manager, clock.Now);
            return Task.FromResult(agree ? "Agreed to a booking" : "Did not agree to a booking");
        }, cancel);
    }
}
