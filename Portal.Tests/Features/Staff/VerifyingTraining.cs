using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Files;
using Portal.Features.Staff.People;
using Portal.Features.Staff.Training;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed partial class VerifyingTraining : InASmallBorough
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 a certificate");
    private StaffMember asha = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception);
    }

    [Fact]
    public async Task What_an_agency_enters_counts_once_a_second_person_has_verified_it()
    {
        var record = await RecordAsync(Borough.Lead);
        Assert.Equal(Standing.Never, (await ViewAsync()).Standing);
        Assert.Equal(
            "Someone else must verify a record that you entered",
            (await Assert.ThrowsAsync<Refused>(() => DecideAsync(Borough.Lead, record, true))).Message);

        await DecideAsync(Borough.Commissioner, record, true);
        Assert.Equal(Standing.AtLevel, (await ViewAsync()).Standing);
    }

    [Fact]
    public async Task A_persons_own_claim_waits_and_they_cannot_decide_on_it_in_any_of_their_roles()
    {
        var claim = await RecordAsync(Borough.Learner(asha));
        Assert.Equal(RecordSource.Claim, claim.Source);
        await using (var db = Database.Open())
        {
            db.Add(Given.Membership(
                Borough.Partnership.Id, Borough.Lena, Role.Learner, Borough.Homes, staff: asha.Id, from: new(2020, 1, 1)));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Made a learner", default);
        }
        var alsoLead = Borough.Lead with { UserId = Borough.Lena.Id };
        Assert.Equal(
            "Someone else must decide on your own training",
            (await Assert.ThrowsAsync<Refused>(() => DecideAsync(alsoLead, claim, true))).Message);
        await DecideAsync(Borough.Lead, claim, true);
        Assert.Equal(Standing.AtLevel, (await ViewAsync()).Standing);
    }

    /// <summary>A training lead has no role that names their staff list entry: the address they sign in with does.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_lead_on_the_staff_list_does_not_decide_on_their_own(bool isClaim)
    {
        asha = await Borough.HasAsync(Database, "Tess Lead", Borough.Reception, email: Borough.Tess.Email);
        var record = await RecordAsync(isClaim ? Borough.Learner(asha) : Borough.Lead);
        Assert.Equal(RecordSource.Claim, record.Source);
        Assert.True((await QueueAsync(Borough.Lead)).Single().Mine);
        Assert.Equal(0, await CountAsync(Borough.Lead));
        var no = await Assert.ThrowsAsync<Refused>(() => DecideAsync(Borough.Lead, record, true));
        Assert.Equal("Someone else must decide on your own training", no.Message);
        await DecideAsync(Borough.Commissioner, record, true);
    }

    [Fact]
    public async Task An_agency_decides_on_what_was_recorded_for_it_and_on_nothing_else()
    {
        var clinic = Borough.OtherLead with { UserId = Borough.Ed.Id };
        var record = await RecordAsync(Borough.Lead);
        await Borough.AlsoAtAsync(Database, asha, Borough.Clinic);
        Assert.Equal(Borough.Homes.Id, record.AgencyId);
        Assert.Empty(await QueueAsync(clinic));
        var no = await Assert.ThrowsAsync<Refused>(() => DecideAsync(clinic, record, true));
        Assert.Equal("This record is not yours to decide on", no.Message);
        await DecideAsync(Borough.Lead with { UserId = Borough.Ed.Id }, record, true);

        var correction = await RecordAsync(Borough.OtherLead, new(1, "Put right", null, null, new(2025, 5, 3), null, record.Id));
        await Assert.ThrowsAsync<Refused>(() => DecideAsync(clinic, correction, true));
        Assert.Equal(RecordState.Verified, await StateAsync(record));
    }

    [Fact]
    public async Task A_record_that_says_not_for_whom_waits_for_the_commissioner_once_two_agencies_know_the_person()
    {
        var older = await Borough.TrainedAsync(Database, asha, 1, new(2026, 1, 5), verified: false);
        var colleague = Borough.Lead with { UserId = Borough.Ed.Id };
        Assert.Single(await QueueAsync(colleague));
        await Borough.AlsoAtAsync(Database, asha, Borough.Clinic);
        Assert.Empty(await QueueAsync(colleague));
        await DecideAsync(Borough.Commissioner, older, true);
    }

    [Fact]
    public async Task Not_accepting_needs_a_reason_and_decides_once()
    {
        var record = await RecordAsync(Borough.Lead);
        Assert.Equal("Reason", (await Assert.ThrowsAsync<Refused>(() => DecideAsync(Borough.Commissioner, record, false))).Field);
        await DecideAsync(Borough.Commissioner, record, false, "The certificate names someone else");
        Assert.StartsWith(
            "Someone changed this", (await Assert.ThrowsAsync<Refused>(() => DecideAsync(Borough.Commissioner, record, true))).Message);
        Assert.Equal(
            "This record is already not accepted",
            (await Assert.ThrowsAsync<Refused>(() => DecideAsync(Borough.Commissioner, record, true, version: 1))).Message);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_a_verified_record_once_verified()
    {
        var old = await Borough.TrainedAsync(Database, asha, 1, new(2020, 5, 3));
        var right = await RecordAsync(Borough.Lead, new(1, "Level 1 day", null, null, new(2025, 5, 3), null, old.Id));
        Assert.Equal(RecordState.Verified, await StateAsync(old));
        await DecideAsync(Borough.Commissioner, right, true);
        Assert.Equal(RecordState.Replaced, await StateAsync(old));
        Assert.Equal(Standing.AtLevel, (await ViewAsync()).Standing);
    }

    [Fact]
    public async Task Days_that_cannot_be_are_refused()
    {
        var today = Database.Clock.Today;
        Assert.Equal(
            "Date achieved must be today or in the past", (await RefusedAsync(new(1, "Day", null, null, today.AddDays(1), null))).Message);
        Assert.Equal("EndsOn", (await RefusedAsync(new(1, "Day", null, null, today, today))).Field);
        Assert.Equal("LevelNumber", (await RefusedAsync(new(9, "Day", null, null, today, null))).Field);
        await RecordAsync(Borough.Lead);
        Assert.Equal("This training is already on the record", (await RefusedAsync(Entry)).Message);
    }

    [Fact]
    public async Task The_queue_says_which_are_the_viewers_own_and_shows_no_other_agencys()
    {
        await RecordAsync(Borough.Lead);
        Assert.True((await QueueAsync(Borough.Lead)).Single().Mine);
        Assert.False((await QueueAsync(Borough.Commissioner)).Single().Mine);
        Assert.Empty(await QueueAsync(Borough.OtherLead));
    }

    private async Task<int> CountAsync(Viewer viewer)
    {
        await using var db = Database.Open();
        return await new RecordsToVerify(db, new(db, Database.Clock), Database.Clock).CountAsync(viewer, default);
    }

    private static RecordTraining.Entry Entry => new(1, "Awareness", "Safe Hands Training", "C-1", new(2026, 5, 3), null);

    private async Task<TrainingRecord> RecordAsync(Viewer viewer, RecordTraining.Entry? entry = null, RecordTraining.Proof? proof = null)
    {
        await using var db = Database.Open();
        return await new RecordTraining(db, new FileStore(db, Database.Clock), Database.Clock).RunAsync(
            viewer, asha.Id, entry ?? Entry, proof, default);
    }

    private Task<Refused> RefusedAsync(RecordTraining.Entry entry) => Assert.ThrowsAsync<Refused>(() => RecordAsync(Borough.Lead, entry));

    private async Task DecideAsync(Viewer viewer, TrainingRecord record, bool accept, string? reason = null, int version = 0)
    {
        await using var db = Database.Open();
        await new DecideRecord(db, Database.Clock).RunAsync(viewer, record.Id, accept, reason, version, default);
    }

    private async Task<PersonView.Details> ViewAsync()
    {
        await using var db = Database.Open();
        return (await new PersonView(db, Database.Clock).RunAsync(Borough.Lead, asha.Id, default))!;
    }

    private async Task<RecordState> StateAsync(TrainingRecord record)
    {
        await using var db = Database.Open();
        return (await db.TrainingRecords.SingleAsync(r => r.Id == record.Id)).State;
    }

    private async Task<IReadOnlyList<RecordToVerify>> QueueAsync(Viewer viewer)
    {
        await using var db = Database.Open();
        return (await new RecordsToVerify(db, new(db, Database.Clock), Database.Clock).RunAsync(viewer, new(), default)).Rows;
    }
}
