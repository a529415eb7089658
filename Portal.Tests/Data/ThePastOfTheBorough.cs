using Microsoft.EntityFrameworkCore;
using Portal.Data.Outbox;
using Portal.Data.Seeding;
using Portal.Operations;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public class ThePastOfTheBorough(ThePastOfTheBorough.Lived lived) : IClassFixture<ThePastOfTheBorough.Lived>
{
    private static readonly SeedFiles Seeds = new(Repository.File("seeds"));

    [Fact]
    public async Task Was_lived_with_the_real_acts_and_leads_to_the_stories_of_today()
    {
        var database = lived.Database;
        await using var db = database.Open();
        var today = database.Clock.Today;
        var standing = await (
            from result in db.StandardResults.Where(r => r.Until == null)
            join agency in db.Agencies on result.AgencyId equals agency.Id
            select new { agency.Name, result.StandardCode, result.Level, result.Outcome }).ToListAsync();

        foreach (var green in Seeds.Borough.Agencies.Where(a => a.Tells.StartsWith("Meets every standard", StringComparison.Ordinal)))
            Assert.All(
                standing.Where(s => s.Name == green.Name), s => Assert.True(s.Outcome is Outcome.Met or Outcome.NotApplicable, $"{s}"));
        foreach (var later in Seeds.Borough.Agencies.Where(a => a.Phase == 2))
            Assert.All(standing.Where(s => s.Name == later.Name), s => Assert.Equal(Outcome.NotYetDue, s.Outcome));
        Assert.Equal(Outcome.PartlyMet, Of("Brambleford Council Children and Families", "S06", 3));
        Assert.Equal(Outcome.NotMet, Of("Brambleford Council Housing", "S06", 2));
        Assert.Equal(Outcome.NotMet, Of("Brambleford Elected Members", "S06", 1));
        Assert.Equal(Outcome.PartlyMet, Of("South Brambleford Police Command Unit", "S06", 2));
        Assert.Equal(Outcome.PartlyMet, Of("Brambleford Probation Unit", "S02"));
        Assert.Equal(Outcome.PartlyMet, Of("Brambleford NHS Place Team", "S01"));
        Assert.Equal(Outcome.NotMet, Of("Brambleford General Hospital NHS Trust", "S06", 2));
        Assert.Equal(Outcome.PartlyMet, Of("Brambleford General Hospital NHS Trust", "S09"));
        Assert.Equal(Outcome.Unknown, Of("Brambleford Mental Health NHS Trust", "S06", 2));
        Assert.Equal(Outcome.NotMet, Of("Brambleford Mental Health NHS Trust", "S17"));
        Assert.Equal(Outcome.Unknown, Of("Brambleford GP Alliance", "S07"));
        Assert.Equal(Outcome.NotMet, Of("Kestrel Homes", "S08"));
        Assert.Equal(Outcome.PartlyMet, Of("Kestrel Homes", "S09"));
        Assert.Equal(Outcome.PartlyMet, Of("Brambleford Primary Schools Partnership", "S06", 3));
        Assert.Equal(Outcome.NotMet, Of("Brambleford Secondary Academies Trust", "S02"));
        Assert.Equal(Outcome.PartlyMet, Of("Brambleford Secondary Academies Trust", "S07"));
        Assert.Equal(Outcome.PartlyMet, Of("Lantern Victim Advocacy", "S06", 4));

        Assert.True(await db.Evaluations.CountAsync(e => e.AsAt < today.AddMonths(-24)) >= 11);
        Assert.True(await db.Flags.AnyAsync(f => f.ClosedOn != null));
        Outcome Of(string agency, string standard, int level = 0) =>
            standing.Single(s => s.Name == agency && s.StandardCode == standard && s.Level == level).Outcome;
    }

    [Fact]
    public async Task Nothing_of_it_lies_ahead_when_the_borough_is_made_in_the_small_hours()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Time.Now = new(2026, 11, 16, 0, 30, 0, DateTimeKind.Utc);
        await BoroughPast.LiveAsync(database);
        await using var db = database.Open();
        Assert.Equal(database.Time.Now, await db.AuditEntries.MaxAsync(e => e.At));
        Assert.True(await db.Outbox.AllAsync(m => m.QueuedAt <= database.Time.Now));
        Assert.True(await db.Evaluations.AnyAsync(e => e.AsAt == database.Clock.Today));
    }

    [Fact]
    public async Task Left_three_issued_editions_one_draft_and_no_mail_unsent_and_is_not_lived_twice()
    {
        var database = lived.Database;
        await BoroughPast.LiveAsync(database);
        await using var db = database.Open();

        var editions = await db.Editions.OrderBy(e => e.Number).ToListAsync();
        Assert.Equal([EditionState.Issued, EditionState.Issued, EditionState.Issued, EditionState.Draft], editions.Select(e => e.State));
        Assert.All(editions.Take(3), e => Assert.True(e.IsIntact() && e.MeetingOn < database.Clock.Today));
        // Each says when the staff lists had last been confirmed by its cut-off day, and none what came after.
        Assert.All(
            editions,
            e => Assert.All(
                e.Read().Agencies,
                a => Assert.True(
                    a.StaffListConfirmedOn <= e.CutOffOn && a.StaffListConfirmedOn > e.CutOffOn.AddYears(-1),
                    $"{a.Name} {a.StaffListConfirmedOn} {e.CutOffOn}")));
        Assert.True(await db.EditionRecipients.AnyAsync(r => r.AcknowledgedAt != null)
            && await db.EditionRecipients.AnyAsync(r => r.AcknowledgedAt == null));
        Assert.All(await db.Outbox.ToListAsync(), m => Assert.Equal(MailState.Sent, m.State));
    }

    public sealed class Lived : IAsyncLifetime
    {
        public TestDatabase Database { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Database = await TestDatabase.CreateAsync();
            await BoroughPast.LiveAsync(Database, interruptedDaysAgo: 200);
            await BoroughPast.LiveAsync(Database);
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
