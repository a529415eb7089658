using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>Commissioning and its funding in an edition whose cut-off day is 4 November 2026.</summary>
public sealed class ReportingCommissioning : ReportScene
{
    private static readonly DateOnly CutOff = new(2026, 11, 4);
    private static readonly DateTime Morning = UkClock.At(CutOff, new(9, 0));

    [Fact]
    public async Task Nothing_is_said_of_commissioning_before_there_is_any() => Assert.Null((await ContentAsync()).Commissioning);

    [Fact]
    public async Task It_says_what_was_not_approved_first_what_waits_and_what_is_still_to_be_met_on_the_cut_off_day()
    {
        await CommissionedAsync();
        var bought = (await ContentAsync()).Commissioning!;
        Assert.Equal((3, 1), (bought.Dates, bought.First));
        Assert.Equal(new NotApprovedFirst(Borough.Homes.Name, "C20 Ask and act", 2, CutOff.AddDays(-30)), Assert.Single(bought.NotFirst));
        var waiting = Assert.Single(bought.Waiting);
        Assert.Equal(("CR-0002", Borough.Clinic.Name, Money.OfPounds(900), CutOff.AddDays(-40)),
            (waiting.Reference, waiting.Agency, waiting.Asked, waiting.SentOn));
        var condition = Assert.Single(bought.Conditions);
        Assert.Equal(("CR-0001", "Show the form", "Training lead", CutOff.AddDays(-1)),
            (condition.Reference, condition.What, condition.Owner, condition.DueOn));
        Assert.Equal(
            "Of 3 dates commissioned for agencies, of the 12 months to 4 November 2026 and to come, the Partnership had approved 1 first. "
            + "2 dates of 1 agency were not; the table names them. 1 request waits for a decision and asks the Partnership for £900; a "
            + "decision on 1 of them is past the day on which it was due. 1 condition of an approval is still to be met; 1 of them is past "
            + "the day on which it was due.",
            string.Join(" ", CommissioningSentences.Of(bought, CutOff)));
        Assert.Equal(3, bought.Items.Count());
    }

    [Fact]
    public async Task Every_figure_of_its_sentences_is_counted_in_its_own_tables_and_an_agency_reads_none_of_it()
    {
        await CommissionedAsync();
        await SaveAsync(FundingSource.Of(Borough.Partnership.Id, "Opening budget", FundingKind.PartnershipBudget,
            Money.OfPounds(10_000), CutOff.AddYears(-1), CutOff.AddDays(60)), FundingSource.Of(Borough.Partnership.Id, "Grant",
            FundingKind.Grant, Money.OfPounds(500), CutOff.AddYears(-1), CutOff.AddDays(91)),
            ContributionRequest.Of(Borough.Partnership.Id, "Health board", Money.OfPounds(750), CutOff.AddDays(-9), CutOff));
        var content = await ContentAsync();
        var (bought, costs) = (content.Commissioning!, content.Costs!);
        Assert.Equal(bought.Dates, bought.First + bought.NotFirst.Sum(n => n.Dates));
        Assert.Equal(costs.Shortfall, costs.Years!.Sum(y => y.Shortfall));
        Assert.All(costs.Years!, y => Assert.Equal(y.Needed, y.Covered + y.Shortfall));
        var lines = costs.InShort(CutOff, bought.Asked).ToDictionary(l => l.What, l => l.Amount);
        Assert.Equal(costs.Ledger.Sum(l => l.Amount), lines["Secured: sources open on the day"]);
        Assert.Equal(Money.OfPounds(10_000), lines["Free, and ending by 2 February 2027"]);
        Assert.Equal(Money.OfPounds(750), lines["Asked of boards that have not answered"]);
        Assert.Equal(bought.Waiting.Sum(w => w.Asked), lines["Asked in requests to commission that wait for a decision"]);
        Assert.Contains("£10,000 of what is free ends by 2 February 2027.", ReturnSentences.Financial(costs, CutOff));
        Assert.Contains("Boards have been asked for £750 and have not answered.", ReturnSentences.Financial(costs, CutOff));
        var own = content.For(Borough.Lead);
        Assert.Equal((null, null), (own.Commissioning, own.Costs));
        // What an edition did not say then, it does not say now.
        Assert.Empty((costs with { Years = null, Boards = null }).InShort(CutOff, Money.Zero));
    }

    [Fact]
    public async Task It_stays_as_it_was_frozen_and_an_edition_without_it_opens_as_before()
    {
        await using var app = await PortalApp.CreateAsync();
        var (board, edition) = (await app.SignedInAs(Role.BoardMember), await app.In((PortalDb db) => db.Editions.AsNoTracking()
            .Where(e => e.State == EditionState.Issued).OrderByDescending(e => e.Number).FirstAsync()));
        var frozen = edition.Read() with
        {
            Commissioning = new(5, 3, [new("Some agency", "C99 Long gone", 2, CutOff)], [], []),
        };
        await app.RewriteAsync(edition, frozen);
        (await board.Open($"/Reports/{edition.Id}")).Shows(
            "8. Commissioning", "C99 Long gone", "2 dates of 1 agency were not", "Commissioning as CSV");
        Assert.Contains("Commissioned without approval first,C99 Long gone,Some agency",
            (await board.Fetch($"/Reports/Download/{edition.Id}?format=commissioning-csv")).Text, StringComparison.Ordinal);
        await app.RewriteAsync(edition, frozen with { Commissioning = null, Costs = frozen.Costs! with { Years = null, Boards = null } });
        (await board.Open($"/Reports/{edition.Id}")).Shows("8. Courses", "9. Cost of closing the gaps")
            .DoesNotShow("Commissioning as CSV", "Funding in short", "Needed beyond what agencies pay");
        Assert.Equal(HttpStatusCode.NotFound,
            (await board.Fetch($"/Reports/Download/{edition.Id}?format=commissioning-csv")).Status);
    }

    /// <summary>
    /// Homes has three dates of an in-house course, one of them approved first with a condition that is met too late; Clinic asked 40 days
    /// ago and was answered the day after the cut-off; what was sent after it, or withdrawn before, is nobody’s.
    /// </summary>
    private async Task CommissionedAsync()
    {
        var (sent, lead, commissioner) = (Morning.AddDays(-40), Borough.Lead, Borough.Commissioner);
        var larch = Given.Provider(Borough.Partnership.Id);
        var bought = Given.Course(larch, "C20", agency: Borough.Homes);
        var (approved, waiting, gone, later) = (
            Given.Approved(lead, commissioner, Borough.Homes.Id, 1, 0, sent, conditions: [new("Show the form", "Training lead",
                CutOff.AddDays(-1))]),
            Given.Sent(lead, Borough.Clinic.Id, 2, 900, sent), Given.Sent(lead, Borough.Clinic.Id, 3, 100, sent),
            Given.Sent(lead, Borough.Clinic.Id, 4, 100, Morning.AddDays(1)));
        approved.Meet(commissioner, approved.Conditions[0].Id, "It was shown", Morning.AddDays(1));
        waiting.Decline(commissioner, new("There is a course", null, null, null, null),
            new CommissioningTerms { PartnershipId = Borough.Partnership.Id }, Morning.AddDays(1));
        gone.Withdraw(lead, null, sent.AddDays(1));
        var dates = new[] { -30, -20, 20 }.Select(d => Given.Run(bought, CutOff.AddDays(d))).ToArray();
        var order = approved.Order(commissioner, 1, larch, Money.Zero, "As agreed", sent);
        order.Gives(dates[2].Id);
        await SaveAsync([larch, bought, approved, waiting, gone, later, .. dates, order]);
    }

    private async Task<EditionContent> ContentAsync()
    {
        await PrepareAsync();
        return (await EditionsAsync()).Single().Read();
    }
}
