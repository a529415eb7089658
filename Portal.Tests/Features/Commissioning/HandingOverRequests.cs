using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning;
using Portal.Features.Commissioning.Deciding;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

/// <summary>What becomes of requests when an agency is merged into another, and what two people set at once.</summary>
public sealed class HandingOverRequests : AtTheRunDesk
{
    [Fact]
    public async Task A_merged_agency_hands_over_its_drafts_what_was_decided_and_what_was_ordered_with_words_in_their_history()
    {
        var (draft, approved) = (CommissioningRequest.Start(Borough.Lead, Borough.Homes.Id, 1, "A draft", Now),
            Given.Approved(Borough.Lead, Borough.Commissioner, Borough.Homes.Id, 2, 0, Now));
        var (gone, other) = (
            Given.Sent(Borough.Lead, Borough.Homes.Id, 3, 0, Now), Given.Sent(Borough.OtherLead, Borough.Clinic.Id, 4, 0, Now));
        gone.Withdraw(Borough.Lead, null, Now);
        other.Join(Borough.Lead, Borough.Homes.Id, "Homes", 4, Now);
        await SaveAsync(draft, approved, gone, other, approved.Order(Borough.Commissioner, 1, Provider, Money.Zero, "As agreed", Now),
            Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Clinic));
        Assert.Null(await RunAsync());
        await using (var db = Database.Open())
        {
            (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).MergeInto(Borough.Clinic, Given.Today);
            await db.SaveAsync(Borough.Commissioner, "Merged", None);
        }
        Assert.Equal("Handed over 3 requests of merged agencies", await RunAsync());
        Assert.Null(await RunAsync());
        var after = await Read(db => db.CommissioningRequests.Include(r => r.Parties).Include(r => r.Events).OrderBy(r => r.Number)
            .ToListAsync());
        Assert.Equal([Borough.Clinic.Id, Borough.Clinic.Id, Borough.Homes.Id, Borough.Clinic.Id], after.Select(r => r.AgencyId!.Value));
        Assert.Equal((0, 14, RequestState.Approved), (after[3].Parties.Count, after[3].AllPlaces, after[1].State));
        Assert.Equal("Brambleford Homes is now part of Brook Lane Clinic",
            after[1].Events.Single(e => e.Step == RequestStep.HandedOver).Note);
        Assert.Contains("answers for what was decided and ordered",
            (await Mails<RequestHandedOverMail>())[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_a_chain_of_mergers_a_request_reaches_the_agency_that_is_open()
    {
        var last = Given.Agency(Borough.Phase, "Brambleford Care");
        await SaveAsync(last, CommissioningRequest.Start(Borough.Lead, Borough.Homes.Id, 1, "A draft", Now));
        await using (var db = Database.Open())
        {
            (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).MergeInto(Borough.Clinic, Given.Today);
            (await db.Agencies.SingleAsync(a => a.Id == Borough.Clinic.Id)).MergeInto(last, Given.Today);
            await db.SaveAsync(Borough.Commissioner, "Merged", None);
        }
        Assert.Equal("Handed over 1 request of merged agencies", await RunAsync());
        var after = await Read(db => db.CommissioningRequests.SingleAsync());
        Assert.Equal((last.Id, RequestState.Draft), (after.AgencyId!.Value, after.State));
        Assert.Null(await RunAsync());
    }

    [Fact]
    public async Task The_first_terms_that_are_set_are_seen_by_whoever_looked_at_the_usual_ones()
    {
        var entry = new CommissioningTerms.Entry(Money.OfPounds(500), Money.OfPounds(5_000), Money.OfPounds(150), 15, 4, 2);
        await In((SetTerms set) => set.RunAsync(Borough.Commissioner, entry, 0, None));
        Assert.Equal("Someone changed this while you were looking. Check it and try again",
            await Refuses((SetTerms set) => set.RunAsync(Borough.Commissioner, entry with { QuorumMembers = 9 }, 0, None)));
        await In((SetTerms set) => set.RunAsync(Borough.Commissioner, entry with { AppealWorkingDays = 5, UrgentDays = 3 }, 1, None));
        Assert.Equal((2, 4, 5, 3), await Read(db => db.CommissioningTerms.Select(
            t => new ValueTuple<int, int, int, int>(t.Version, t.QuorumMembers, t.AppealWorkingDays, t.UrgentDays)).SingleAsync()));
        Assert.Equal("Enter between 1 and 60 days",
            await Refuses((SetTerms set) => set.RunAsync(Borough.Commissioner, entry with { UrgentDays = 0 }, 2, None)));
    }

    [Fact]
    public async Task A_request_is_found_by_its_title_however_it_is_typed_and_by_its_number_its_order_or_its_agency()
    {
        var request = CommissioningRequest.Start(Borough.Lead, Borough.Homes.Id, 7, "Café staff: Ask & Act", Now);
        await SaveAsync(request, CommissioningRequest.Start(Borough.Lead, Borough.Homes.Id, 8, "Another", Now));
        foreach (var words in new[] { "cafe", "act cafe", "CR-0007", "cr-7", " 7 ", "CAFÉ STAFF" })
            Assert.Equal(request.Id, Assert.Single((await FindAsync(words)).Rows).Id);
        Assert.Equal(2, (await FindAsync("brambleford homes")).Total);
        foreach (var nothing in new[] { "TO-0007", "-", "%", "zebra" }) Assert.Equal(0, (await FindAsync(nothing)).Total);
        Assert.Equal(2, (await FindAsync(" ")).Total);
    }

    private Task<Page<RequestList.Row>> FindAsync(string words) =>
        In((RequestList list) => list.RunAsync(Borough.Lead, new(words, null, null, 1), None));

    private Task<string?> RunAsync() => In((EndRequestsOfClosedAgenciesJob job) => job.RunAsync(None));
}
