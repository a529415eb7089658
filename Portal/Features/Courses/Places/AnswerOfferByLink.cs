namespace Portal.Features.Courses.Places;

/// <summary>The person’s answer to an offer, by the link in the message, without an account.</summary>
public sealed class AnswerOfferByLink(AskedByLink asked, AnswerOffer answer)
{
    public async Task RunAsync(string? code, bool accept, CancellationToken cancel)
    {
        var found = await asked.RunAsync(code, BookingState.Offered, cancel) ?? throw new Refused("This link no longer works");
        var person = Viewer.System(found.PartnershipId) with { Name = found.Person, StaffId = found.StaffId, AgencyId = found.AgencyId };
        await answer.RunAsync(person, found.Id, accept, cancel);
    }
}
