using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public class WritingInBulk
{
    private static readonly Partnership Partnership = new()
    {
        Name = "Safer Testborough Partnership", ShortName = "SBP", FrameworkCode = "NICE-BROMLEY",
        SupportEmail = "help@testborough.example",
    };
    private static readonly DateOnly Day = new(2024, 2, 29);

    [Fact]
    public async Task Reads_back_as_if_it_had_been_saved_one_by_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await db.BulkInsertAsync([Partnership], default);
        var person = new StaffMember { PartnershipId = Partnership.Id, Name = "Zoë O’Neill; \"quoted\",\nnew line", Email = null };
        var (bulk, saved) = (Record(person), Record(person));
        await db.BulkInsertAsync([person], default);

        Assert.Equal(1, await db.BulkInsertAsync([bulk], default));
        db.TrainingRecords.Add(saved);
        await db.SaveAsync(Viewer.System(Partnership.Id), "Added a record", default);

        await using var later = database.Open();
        var rows = await later.TrainingRecords.AsNoTracking().ToListAsync();
        Assert.Equivalent(bulk, rows.Single(r => r.Id == bulk.Id), strict: true);
        Assert.Equivalent(saved, rows.Single(r => r.Id == saved.Id), strict: true);
        Assert.Equal(
            2, await later.TrainingRecords.CountAsync(r => r.AchievedOn == Day && r.State == RecordState.Verified && r.EndsOn == null
                && r.StaffId == person.Id));
        Assert.Equal(person.Name, (await later.Staff.SingleAsync()).Name);
    }

    [Fact]
    public async Task Keeps_an_instant_as_the_database_sorts_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await db.BulkInsertAsync([Partnership], default);
        var at = new DateTime(2026, 3, 29, 0, 59, 59, 123, DateTimeKind.Utc);
        await db.BulkInsertAsync([File("early", at), File("late", at.AddMilliseconds(1))], default);

        var found = await db.Files.SingleAsync(f => f.StoredAt > at);
        Assert.Equal(("late", at.AddMilliseconds(1), DateTimeKind.Utc), (found.Name, found.StoredAt, found.StoredAt.Kind));
    }

    [Fact]
    public async Task Writes_everything_or_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await db.BulkInsertAsync([Partnership], default);
        var twice = new StaffMember { PartnershipId = Partnership.Id, Name = "Twice" };

        await Assert.ThrowsAnyAsync<Exception>(() => db.BulkInsertAsync([Person("first"), twice, twice, Person("last")], default));
        Assert.Equal(0, await db.Staff.CountAsync());
    }

    [Fact]
    public async Task Joins_the_transaction_under_way()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await using (await db.Database.BeginTransactionAsync()) await db.BulkInsertAsync([Partnership], default);

        Assert.Equal(0, await db.Partnerships.CountAsync());
    }

    [Fact]
    public async Task Lets_go_of_rows_as_it_goes_so_that_many_take_no_more_memory_than_few()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await db.BulkInsertAsync([Partnership], default);
        var (given, mostKept) = (new List<WeakReference>(), 0);
        IEnumerable<StaffMember> Many(int count)
        {
            for (var i = 0; i < count; i++)
            {
                if (i % 10_000 == 0)
                {
                    GC.Collect();
                    mostKept = Math.Max(mostKept, given.Count(row => row.IsAlive));
                }
                var person = Person($"Person {i}");
                given.Add(new(person));
                yield return person;
            }
        }
        Assert.Equal(50_000, await db.BulkInsertAsync(Many(50_000), default));
        Assert.InRange(mostKept, 0, 5_000);
    }

    private static TrainingRecord Record(StaffMember person)
    {
        var record = new TrainingRecord
        {
            PartnershipId = Partnership.Id, StaffId = person.Id, LevelNumber = 2, AchievedOn = Day, Course = "Ask and act",
            Source = RecordSource.Import, RecordedBy = Id<User>.New(),
        };
        record.Verify(null, Day.AddDays(1));
        return record;
    }

    private static StaffMember Person(string name) => new() { PartnershipId = Partnership.Id, Name = name };

    private static StoredFile File(string name, DateTime at) => new()
    {
        PartnershipId = Partnership.Id, Name = name, ContentType = "text/csv", Length = 5_000_000_000, Hash = "00", StoredAt = at,
        StoredBy = null,
    };
}
