using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Comparing;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>
/// An import is not compared again while the version of the staff list stands still, so nothing it is compared with may
/// change without raising it.
/// </summary>
public sealed partial class CountingChangesToStaffLists : InASmallBorough
{
    [Fact]
    public async Task Every_save_of_a_person_a_job_or_training_raises_the_version_of_their_partnership()
    {
        Assert.Equal(0, await VersionAsync(Borough.Partnership.Id));
        var asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception);
        Assert.Equal(1, await VersionAsync(Borough.Partnership.Id));
        await Borough.TrainedAsync(Database, asha, 1, new(2026, 1, 5));
        Assert.Equal(2, await VersionAsync(Borough.Partnership.Id));
        await SaveAsync(db => db.Staff.Single().Name = "Asha Khan");
        await SaveAsync(db => db.Posts.Single().Leave(Database.Clock.Today));
        await SaveAsync(db => db.TrainingRecords.Remove(db.TrainingRecords.Single()));
        Assert.Equal(5, await VersionAsync(Borough.Partnership.Id));
        await SaveAsync(db => db.Agencies.First().Name = "Renamed Homes");
        Assert.Equal(5, await VersionAsync(Borough.Partnership.Id));
        Assert.Equal(0, await VersionAsync(Id<Partnership>.New()));
    }

    [Fact]
    public async Task A_save_that_fails_raises_nothing()
    {
        await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception, email: "asha@homes.example");
        await Assert.ThrowsAnyAsync<Exception>(() => Borough.HasAsync(
            Database, "Asha Again", Borough.Reception, email: "asha@homes.example"));
        Assert.Equal(1, await VersionAsync(Borough.Partnership.Id));
    }

    [Fact]
    public async Task It_is_raised_in_a_transaction_alone()
    {
        await using var db = Database.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.RaiseStaffListVersionAsync(Borough.Partnership.Id, default));
    }

    [Fact]
    public void All_that_imports_are_compared_with_is_counted()
    {
        using var db = Database.Open();
        var counted = StaffListVersion.Counted.Select(t => db.Model.FindEntityType(t)!.GetTableName()!).ToHashSet();
        var own = new[]
        {
            "ImportRows", "StagedRows", "Matched", "MatchedTraining", "Managers", "ReportingTo", "Agreed", "Then", "Now", "Names", "Named",
            "Absent", "Answers", "ManagerNames", "TrainedNames", "Loose", "Own", "Joining", "Leaving",
            "ImportPairs",
        };
        var read = Repository.Sources("Portal/Features/Imports/Comparing", ".sql")
            .SelectMany(f => Read().Matches(File.ReadAllText(Repository.File(f))).Select(m => m.Groups[1].Value)).ToHashSet();
        // Titles are not compared; which role one stands for says who needs what, which is kept under the same version.
        Assert.Subset(read.Append("JobTitles").ToHashSet(), counted);
        Assert.Empty(read.Except(counted).Except(own));
    }

    [Fact]
    public void Nobody_changes_it_past_the_change_tracker_but_the_job_that_raises_the_version() => Assert.Empty(
        from file in Repository.Sources("Portal", ".cs").Concat(Repository.Sources("Portal", ".sql"))
        where !file.StartsWith("Portal/Features/Imports/Applying/", StringComparison.Ordinal)
            && !file.StartsWith("Portal/Data/Seeding/", StringComparison.Ordinal)
        where Written().IsMatch(File.ReadAllText(Repository.File(file)))
        select file);

    private async Task SaveAsync(Action<PortalDb> change)
    {
        await using var db = Database.Open();
        change(db);
        await db.SaveAsync(Borough.Lead, "Changed something", default);
    }

    private async Task<long> VersionAsync(Id<Partnership> partnership)
    {
        await using var db = Database.Open();
        return await db.StaffListVersionAsync(partnership, default);
    }

    [GeneratedRegex("""(?:FROM|JOIN) "(\w+)"[\s);]""")] private static partial Regex Read();
    [GeneratedRegex(
        """(INTO|UPDATE|DELETE FROM) "(Staff|Posts|TrainingRecords)"|\b(Staff|Posts|TrainingRecords)\b[^;]*\.Execute(Update|Delete)|"""
            + """BulkInsertAsync<(StaffMember|Post|TrainingRecord)>""")]
    private static partial Regex Written();
}
