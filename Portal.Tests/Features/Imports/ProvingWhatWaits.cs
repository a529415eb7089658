using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>The training system holds what somebody has entered by hand, and a second person has not seen yet.</summary>
public sealed class ProvingWhatWaits : InASmallBorough
{
    private const string Rows = "Work email,Level,Date achieved,Course\nasha@homes.example,1,1/2/2026,From the system\n";
    private ImportDesk desk = null!;
    private TrainingRecord waiting = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
        var asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception, email: "asha@homes.example");
        await using var db = Database.Open();
        waiting = new()
        {
            PartnershipId = Borough.Partnership.Id, StaffId = asha.Id, AgencyId = Borough.Homes.Id, LevelNumber = 1,
            AchievedOn = new(2026, 2, 1), Course = "Typed in", Source = RecordSource.Agency, RecordedBy = Borough.Tess.Id,
        };
        db.Add(waiting);
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Entered training", default);
    }

    [Fact]
    public async Task It_is_verified_and_stays_as_it_was_entered_until_the_import_is_undone()
    {
        var import = await desk.Training(Rows);
        Assert.Equal((0, 1, 0), (import.NewCount, import.ChangedCount, import.UnchangedCount));
        await desk.Applied(import);
        var record = await LoadAsync();
        Assert.Equal((RecordState.Verified, RecordSource.Agency, "Typed in"), (record.State, record.Source, record.Course));
        Assert.Equal((Borough.Tess.Id, null, Database.Clock.Today), (record.RecordedBy, record.DecidedBy, record.DecidedOn));
        Assert.Equal(1, (await desk.Training(Rows)).UnchangedCount);
    }

    [Fact]
    public async Task Undoing_lets_it_wait_again()
    {
        var import = await desk.Training(Rows);
        await desk.Applied(import);
        await desk.Undone(import.Id);
        var record = await LoadAsync();
        Assert.Equal((RecordState.Unverified, (DateOnly?)null), (record.State, record.DecidedOn));
    }

    [Fact]
    public async Task A_list_without_proof_proves_nothing() =>
        Assert.Equal(1, (await desk.Training(Rows, verified: false)).UnchangedCount);

    [Fact]
    public async Task What_another_agency_entered_waits_for_that_agency()
    {
        await using (var db = Database.Open())
            await db.TrainingRecords.ExecuteUpdateAsync(r => r.SetProperty(x => x.AgencyId, Borough.Clinic.Id));
        Assert.Equal(1, (await desk.Training(Rows)).UnchangedCount);
    }

    [Fact]
    public async Task Nobody_proves_their_own_with_a_file_of_theirs()
    {
        await using (var db = Database.Open())
        {
            db.Add(Given.Membership(
                Borough.Partnership.Id, Borough.Tess, Role.Learner, Borough.Homes, staff: waiting.StaffId, from: new(2020, 1, 1)));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Made a learner", default);
        }
        Assert.Equal(1, (await desk.Training(Rows)).UnchangedCount);
    }

    private async Task<TrainingRecord> LoadAsync()
    {
        await using var db = Database.Open();
        return await db.TrainingRecords.SingleAsync();
    }
}
