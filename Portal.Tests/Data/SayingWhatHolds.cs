using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>
/// What holds on a day is said to the database and of one row in memory: both find the same, on the days on which it turns.
/// </summary>
public sealed class SayingWhatHolds : InASmallBorough
{
    private static readonly DateOnly Day = new(2026, 11, 16);

    private static readonly DateOnly[] Turns = [Day.AddDays(-1), Day, Day.AddDays(1)];

    [Fact]
    public async Task Of_an_agency()
    {
        Borough.Homes.Close(Day);
        await TestedAsync(db => db.Agencies, (rows, day) => rows.OpenOn(day), (row, day) => row.IsOpenOn(day), Borough.Homes);
    }

    [Theory, InlineData(null), InlineData(-91), InlineData(-90), InlineData(-89)]
    public async Task Of_a_staff_list(int? confirmed)
    {
        if (confirmed is { } ago)
        {
            await using var db = Database.Open();
            (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).ConfirmStaffList(Day.AddDays(ago));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Changed", default);
        }
        await TestedAsync(db => db.Agencies, (rows, day) => rows.WithStaleStaffListOn(day), (row, day) => !row.HasFreshStaffListOn(day));
    }

    [Fact]
    public async Task Of_a_post()
    {
        await Borough.HasAsync(Database, "Always there", Borough.Officer);
        await Borough.HasAsync(Database, "Begins", Borough.Officer, started: Day);
        await Borough.HasAsync(Database, "Leaves", Borough.Officer);
        await using (var db = Database.Open())
        {
            var leaver = await db.Staff.SingleAsync(s => s.Name == "Leaves");
            (await db.Posts.SingleAsync(p => p.StaffId == leaver.Id)).Leave(Day);
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Left", default);
        }
        await TestedAsync(db => db.Posts, (rows, day) => rows.CurrentOn(day), (row, day) => row.IsCurrentOn(day));
        await TestedAsync(db => db.Posts, (rows, day) => rows.HeldOn(day), (row, day) => row.IsHeldOn(day));
    }

    [Fact]
    public async Task Of_a_strand()
    {
        foreach (var (at, (from, until)) in new (DateOnly, DateOnly?)[]
        {
            (Day, null), (Day.AddDays(-9), Day), (Day.AddDays(-9), null)
        }.Index())
            await Borough.SaveAsync(Database, new Strand
            {
                PartnershipId = Borough.Partnership.Id, Code = $"T{at}", Name = $"Strand {at}", From = from, Until = until,
            });
        await TestedAsync(db => db.Strands, (rows, day) => rows.InForceOn(day), (row, day) => row.IsInForceOn(day));
    }

    [Fact]
    public async Task Of_a_flag_and_of_a_result()
    {
        var standard = await Borough.SaveAsync(Database, Standard());
        foreach (var (at, (from, until)) in new (DateOnly, DateOnly?)[]
        {
            (Day, null), (Day.AddDays(-9), Day), (Day.AddDays(-9), null)
        }.Index())
        {
            var flag = new Flag
            {
                PartnershipId = Borough.Partnership.Id, Reference = $"FLG-{at}", AgencyId = Borough.Homes.Id, StandardCode = standard.Code,
                Level = at, FirstSeenOn = from, Occurrence = 1, Severity = Severity.High,
            };
            if (until is { } closed) flag.Close(Borough.Commissioner, closed, "Met", Database.Clock.Now);
            await Borough.SaveAsync(Database, flag, new StandardResult
            {
                PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Homes.Id, StandardId = standard.Id, StandardCode = standard.Code,
                Level = at, From = from, Until = until, Outcome = Outcome.Met, Numerator = 1, Denominator = 1,
            });
        }
        await TestedAsync(db => db.Flags, (rows, day) => rows.OpenOn(day), (row, day) => row.IsOpenOn(day));
        await TestedAsync(db => db.StandardResults, (rows, day) => rows.StandingOn(day), (row, day) => row.StandsOn(day));
    }

    private Standard Standard() => new()
    {
        PartnershipId = Borough.Partnership.Id, Code = "T1", Number = 1, ShortName = "Staff at level", Wording = "Wording", Rule = "Rule",
        Severity = Severity.High, PerLevel = true, Basis = Basis.AgreedByPartnership, SourceTitle = "For tests", Guidance = "",
        ClearedBy = "All", EffectiveFrom = new(2020, 1, 1),
    };

    private async Task TestedAsync<T>(
        Func<PortalDb, IQueryable<T>> rows, Func<IQueryable<T>, DateOnly, IQueryable<T>> asked, Func<T, DateOnly, bool> said,
        T? changed = null)
        where T : class
    {
        await using var db = Database.Open();
        if (changed is not null)
        {
            db.Update(changed);
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Changed", default);
        }
        var all = await rows(db).ToListAsync();
        Assert.NotEmpty(all);
        foreach (var day in Turns)
            Assert.Equal(all.Where(r => said(r, day)).ToHashSet(), (await asked(rows(db), day).ToListAsync()).ToHashSet());
    }
}
