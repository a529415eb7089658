using Microsoft.EntityFrameworkCore;
using Portal.Data.Files;
using Portal.Features.Staff.Training;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

/// <summary>Whoever may decide decides on several at once, and on each by the rules that hold for it alone.</summary>
public sealed class VerifyingSeveral : InASmallBorough
{
    private StaffMember manager = null!;
    private StaffMember asha = null!;
    private StaffMember ben = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        manager = await Borough.HasAsync(Database, "Lena Learner", Borough.Officer, email: Borough.Lena.Email);
        asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception, manager: manager);
        ben = await Borough.HasAsync(Database, "Ben Okafor", Borough.Reception);
    }

    [Fact]
    public async Task A_line_manager_verifies_their_team_and_neither_themselves_nor_anyone_else()
    {
        var lena = Borough.Manager(manager);
        var (hers, own, his) = (await RecordAsync(asha), await RecordAsync(manager), await RecordAsync(ben));
        var outcome = await VerifyAsync(lena, hers, own, his);
        Assert.Equal(1, outcome.Verified);
        Assert.Equal(
            "1 record verified. Not verified: This record is not yours to decide on; "
                + "Lena Learner, Awareness: Someone else must decide on your own training", outcome.Sentence);
        Assert.Equal(
            (RecordState.Verified, RecordState.Unverified, RecordState.Unverified),
            (await StateAsync(hers), await StateAsync(own), await StateAsync(his)));
    }

    [Fact]
    public async Task An_executive_lead_verifies_what_was_entered_for_their_agency_and_not_what_they_entered()
    {
        var executive = Borough.Executive;
        var elsewhere = await Borough.HasAsync(Database, "Nia Best", Borough.Reception, Borough.Clinic);
        var (hers, theirs) = (await RecordAsync(asha), await RecordAsync(elsewhere, Borough.OtherLead));
        var entered = await RecordAsync(ben, Borough.Lead with { UserId = Borough.Ed.Id });
        var outcome = await VerifyAsync(executive, hers, theirs, entered);
        Assert.Equal((1, 2), (outcome.Verified, outcome.LeftOut.Count));
        Assert.Contains("Ben Okafor, Awareness: Someone else must verify a record that you entered", outcome.LeftOut);
        Assert.Equal((RecordState.Verified, Borough.Ed.Id), (await StateAsync(hers), (await LoadAsync(hers)).DecidedBy));
        Assert.Equal(RecordState.Unverified, await StateAsync(theirs));
    }

    [Fact]
    public async Task What_somebody_has_decided_meanwhile_is_said_and_when_nothing_is_left_it_is_refused()
    {
        var (one, two) = (await RecordAsync(asha), await RecordAsync(ben));
        await VerifyAsync(Borough.Commissioner, one);
        var outcome = await VerifyAsync(Borough.Executive, one, two);
        Assert.Equal("1 record verified. Not verified: Asha Rahman, Awareness: This record is already verified", outcome.Sentence);
        Assert.StartsWith(
            "Nothing was verified: ",
            (await Assert.ThrowsAsync<Refused>(() => VerifyAsync(Borough.Executive, one, two))).Message, StringComparison.Ordinal);
        Assert.Equal("Chosen", (await Assert.ThrowsAsync<Refused>(() => VerifyAsync(Borough.Executive))).Field);
    }

    [Fact]
    public async Task A_correction_among_them_takes_the_place_of_what_it_corrects_and_a_second_one_is_left_out()
    {
        var old = await Borough.TrainedAsync(Database, asha, 1, new(2020, 5, 3));
        var right = await RecordAsync(asha, corrects: old.Id);
        var other = await RecordAsync(ben);
        Assert.Equal(2, (await VerifyAsync(Borough.Commissioner, right, other)).Verified);
        Assert.Equal((RecordState.Replaced, RecordState.Verified), (await StateAsync(old), await StateAsync(right)));
    }

    [Fact]
    public async Task Who_is_told_is_the_nearest_who_can()
    {
        await using (var db = Database.Open())
        {
            db.Add(Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes));
            db.Add(Given.Membership(Borough.Partnership.Id, Borough.Cora, Role.Commissioner));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Gave roles", default);
        }
        await RecordAsync(asha, Borough.Learner(asha) with { UserId = Borough.Ed.Id });
        Assert.Equal([Borough.Tess.Email!], await ToldAsync());
        await RecordAsync(asha, course: "Entered by the only lead");
        Assert.Equal([Borough.Tess.Email!, Borough.Cora.Email!], await ToldAsync());
        await using (var db = Database.Open())
        {
            db.Add(Given.Membership(Borough.Partnership.Id, Borough.Ed, Role.ExecutiveLead, Borough.Homes));
            db.Add(Given.Membership(Borough.Partnership.Id, Borough.Lena, Role.LineManager, Borough.Homes, staff: manager.Id));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Gave roles", default);
        }
        await RecordAsync(asha, course: "With others near");
        Assert.Equal(
            new[] { Borough.Tess.Email!, Borough.Cora.Email!, Borough.Ed.Email!, Borough.Lena.Email! }.Order(),
            (await ToldAsync()).Order());
    }

    private async Task<List<string>> ToldAsync()
    {
        await using var db = Database.Open();
        return await db.Outbox.OrderBy(m => m.Id).Select(m => m.ToAddress).ToListAsync();
    }

    private async Task<TrainingRecord> RecordAsync(
        StaffMember person, Viewer? by = null, Id<TrainingRecord>? corrects = null, string course = "Awareness")
    {
        await using var db = Database.Open();
        return await new RecordTraining(db, new FileStore(db, Database.Clock), Database.Clock).RunAsync(
            by ?? Borough.Lead, person.Id, new(1, course, null, null, new(2026, 5, 3), null, corrects), null, default);
    }

    private async Task<VerifyRecords.Outcome> VerifyAsync(Viewer viewer, params TrainingRecord[] records)
    {
        await using var db = Database.Open();
        return await new VerifyRecords(db, Database.Clock).RunAsync(viewer, records.Select(r => r.Id), default);
    }

    private async Task<TrainingRecord> LoadAsync(TrainingRecord record)
    {
        await using var db = Database.Open();
        return await db.TrainingRecords.SingleAsync(r => r.Id == record.Id);
    }

    private async Task<RecordState> StateAsync(TrainingRecord record) => (await LoadAsync(record)).State;
}
