using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

/// <summary>What a person claimed is not accepted: they are told why, and send it again with what was missing.</summary>
public sealed class SendingAClaimAgain : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task They_see_what_waits_and_with_whom_then_why_not_and_send_it_again_as_it_was()
    {
        var learner = await app.SignedInAs(Role.Learner);
        await (await learner.Open("/Staff/Claim")).Choose("Which level does it train for?", "Level 1: Recognise and respond")
            .Fill("Name of the course", "Elsewhere day").Fill("Date achieved", new DateOnly(2026, 5, 3)).Press("Send");
        (await learner.Open("/")).Shows("“Elsewhere day” of 3 May 2026 waits to be verified", "Who decides:");

        var id = await app.In((PortalDb db) => db.TrainingRecords.Where(r => r.Course == "Elsewhere day").Select(r => r.Id).SingleAsync());
        var lead = await app.SignedInAs(Role.TrainingLead);
        await (await lead.Open($"/Staff/Training/{id}")).Choose("Do you accept this training?", "No, not as it is")
            .Fill("Why not?", "The certificate names no day").Press("Save the decision");
        var mail = await app.In((PortalDb db) => db.Outbox.SingleAsync(m => m.Subject == "About a training record"));
        Assert.Contains("The certificate names no day", mail.Text, StringComparison.Ordinal);
        Assert.Contains("on your record", mail.Text, StringComparison.Ordinal);

        var home = (await learner.Open("/")).Shows("was not accepted: The certificate names no day");
        var again = await home.Follow("Send it again: Elsewhere day");
        Assert.Equal("Elsewhere day", again.Shows("It was not accepted: The certificate names no day").Value("Name of the course"));
        await again.Press("Send");
        (await learner.Open("/")).Shows("waits to be verified").DoesNotShow("was not accepted");
        Assert.Equal(2, await app.In((PortalDb db) => db.TrainingRecords.CountAsync(r => r.Course == "Elsewhere day")));
    }
}
