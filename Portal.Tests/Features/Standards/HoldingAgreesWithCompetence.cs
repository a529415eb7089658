using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Features.Standards;

public class HoldingAgreesWithCompetence
{
    /// <summary>The seed is fixed, so a disagreement can be looked into.</summary>
    [Fact]
    public async Task On_whoever_and_whatever_and_whenever()
    {
        await using var borough = await Borough.CreateAsync();
        var chance = new Random(20261116);
        DateOnly AnyDay() => new DateOnly(2023, 11, 1).AddDays(chance.Next(1200));
        var people = Enumerable.Range(0, 200).Select(i => new StaffMember { PartnershipId = borough.Partnership.Id, Name = $"Person {i}" })
            .ToList();
        var records = people.SelectMany(p => Enumerable.Range(0, chance.Next(7))
            .Select(_ => Record(p, chance.Next(1, 5), AnyDay(), chance.Next(4) == 0 ? AnyDay() : null, chance.Next(6) > 0)))
            .ToList();
        await using var db = borough.Database.Open();
        await db.BulkInsertAsync(people, default);
        await db.BulkInsertAsync(records, default);
        var verified = records.Where(r => r.State == RecordState.Verified)
            .ToLookup(r => r.StaffId, r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn));

        var inOnePass = new Trained.Rule(borough.Framework);
        for (var i = 0; i < 60; i++)
        {
            // Half of the days are the ends of months, where periods of months are unlike each other.
            var (level, day) = (chance.Next(1, 5), AnyDay());
            if (i % 2 == 0) day = new DateOnly(day.Year, day.Month, 1).AddDays(chance.Next(3) - 2);
            var said = (await db.Staff.Where(Holding.Holds(db, borough.Framework, level, day).Of((StaffMember s) => s.Id)).Select(s => s.Id)
                .ToListAsync())
                .ToHashSet();
            var counted = await Trained.On(db, borough.Framework, db.Staff.Select(s => s.Id), day).ToListAsync();
            var rule = people.Where(p => Competence.Holds(borough.Framework, [.. verified[p.Id]], level, day)).Select(p => p.Id)
                .ToHashSet();
            Assert.True(said.SetEquals(rule), $"Level {level} on {day:O}: the database says {said.Count}, the rule {rule.Count}");
            var bits = counted.Where(t => inOnePass.Holds(t, level)).Select(t => t.StaffId).ToHashSet();
            Assert.True(bits.SetEquals(rule), $"Level {level} on {day:O}: one pass says {bits.Count}, the rule {rule.Count}");
            var ever = counted.Where(t => inOnePass.EverAnswered(t, level)).Select(t => t.StaffId).ToHashSet();
            Assert.True(
                ever.SetEquals(people.Where(p => Competence.LastAnswered(borough.Framework, [.. verified[p.Id]], level, day) is not null)
                    .Select(p => p.Id)), $"Level {level} ever, up to {day:O}");
        }
    }

    private static TrainingRecord Record(StaffMember person, int level, DateOnly on, DateOnly? endsOn, bool verified)
    {
        var record = new TrainingRecord
        {
            PartnershipId = person.PartnershipId, StaffId = person.Id, LevelNumber = level, AchievedOn = on, EndsOn = endsOn,
            Course = "Course", Source = RecordSource.Import, RecordedBy = null
        };
        if (verified) record.Verify(null, on);
        return record;
    }
}
