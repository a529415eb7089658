using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

/// <summary>A ledger of many years, on its page.</summary>
public sealed class ReadingTheLedger : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_ended_is_found_by_its_year_and_is_not_among_what_is_open()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        (await commissioner.Open("/Funding")).DoesNotShow("Ended in");
        await app.In(async (PortalDb db) =>
        {
            var partnership = db.Partnerships.Single().Id;
            var past = FundingSource.Of(
                partnership, "Past grant", FundingKind.Grant, Money.OfPounds(900), new(2022, 4, 1), new DateOnly(2023, 3, 31));
            var declined = ContributionRequest.Of(partnership, "Health board", Money.OfPounds(300), new(2020, 6, 1), Given.Today);
            declined.Decline(null, Given.Today);
            db.AddRange(
                past, declined,
                new FundingCommitment
                {
                    PartnershipId = partnership, SourceId = past.Id, What = "Evening courses", Amount = Money.OfPounds(400),
                    On = new(2022, 9, 1),
                },
                FundingSource.Of(partnership, "Open grant", FundingKind.Grant, Money.OfPounds(700), Given.Today, null));
            await db.SaveAsync(Viewer.System(partnership), "Prepared a test", CancellationToken.None);
        });

        var open = await commissioner.Open("/Funding");
        open.Shows("Open grant").DoesNotShow("Past grant", "Evening courses", "Health board");
        (await open.Follow("Ended in 2022 to 2023")).Shows("Past grant", "Evening courses").DoesNotShow("Open grant");
        // In a year in which no source ended, and a board was asked.
        (await open.Follow("Ended in 2020 to 2021")).Shows("Health board", "No source here").DoesNotShow("Past grant");
    }
}
