using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Staff.Training;

/// <summary>
/// Reminds people of training that their job needs and that lapses: 90 and 30 days before its last day, and on it, each once. A run that
/// was missed is made up for within a week. Whoever leaves first, or whose other training runs on, is not told.
/// </summary>
public sealed class RemindOfTrainingJob(PortalDb db, UkClock clock)
{
    private const int DaysMadeUpFor = 7;

    /// <summary>How many are told in one save.</summary>
    private const int Batch = 500;
    private static readonly int[] DaysBefore = [0, 30, 90];

    /// <summary>Someone whose training lapses, and the level that their job at the agency needs.</summary>
    private sealed record Person(Id<Agency> AgencyId, Id<StaffMember> StaffId, int Level, string Name, string Email, bool CanSignIn);

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var told = 0;
        foreach (var partnership in await db.Partnerships.Select(p => p.Id).ToListAsync(cancel))
        {
            if (await db.RuleInForceAsync(partnership, clock.Today, cancel) is not { } framework) continue;
            var viewer = Viewer.System(partnership);
            var askWhom = await WhomToAskAsync(viewer, cancel);
            foreach (var days in DaysBefore)
                foreach (var people in (await LapsingAsync(framework, days, cancel)).Chunk(Batch))
                    told += await db.TellOnceAsync(
                        viewer, await MailsAsync(framework, people, days, askWhom, cancel), "Reminded people of training", cancel);
        }
        return told == 0 ? null : $"Sent {Words.Count(told, "reminder")}";
    }

    /// <summary>Those in post, and still so then, who hold what they need now and no longer on the day after.</summary>
    private Task<List<Person>> LapsingAsync(Domain.Framework framework, int days, CancellationToken cancel)
    {
        var last = clock.Today.AddDays(days);
        var first = last.AddDays(1 - DaysMadeUpFor);
        var staying = Need.Posts(db, framework.PartnershipId, clock.Today).Where(p => p.LeftOn == null || p.LeftOn > last);
        var lapsing = Need.OfOwnLevel(framework, level => Predicates.And(
            Holding.Holds(db, framework, level, first), Predicates.Not(Holding.Holds(db, framework, level, last.AddDays(1)))));
        var accounts = db.Memberships.CurrentOn(db, clock.Today).Where(m => m.PartnershipId == framework.PartnershipId)
            .Join(db.Users.Where(u => u.PasswordHash != null), m => m.UserId, u => u.Id, (m, u) => new { m.StaffId, u.NormalizedEmail });
        return Need.Of(db, framework.Id, staying).Where(lapsing)
            .Join(db.Staff.Where(s => s.Email != null), n => n.StaffId, s => s.Id, (n, s) => new Person(
                n.AgencyId, n.StaffId, n.Level!.Value, s.Name, s.Email!,
                accounts.Any(a => a.StaffId == s.Id || a.NormalizedEmail == s.Email!.ToUpper())))
            .ToListAsync(cancel);
    }

    private async Task<List<TrainingLapsesMail>> MailsAsync(
        Domain.Framework framework, Person[] people, int days, Func<Id<Agency>, string> askWhom, CancellationToken cancel)
    {
        var ids = people.Select(p => p.StaffId).ToList();
        var held = (await db.TrainingRecords.Where(r => ids.Contains(r.StaffId) && r.State == RecordState.Verified)
            .Select(r => new { r.StaffId, Held = new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn) })
            .ToListAsync(cancel)).ToLookup(r => r.StaffId, r => r.Held);
        var first = clock.Today.AddDays(days + 1 - DaysMadeUpFor);
        return [.. from person in people
                   let answer = Competence.Answering(framework, [.. held[person.StaffId]], person.Level, first)
                   where answer?.LastDay is not null
                   select new TrainingLapsesMail(new(person.StaffId, framework.Level(person.Level), answer.Value.LastDay!.Value, days),
                       clock.Today, askWhom(person.AgencyId), person.CanSignIn, person.Name, person.Email)];
    }

    /// <summary>Who answers questions about training at each agency: its training lead, or else a commissioner.</summary>
    private async Task<Func<Id<Agency>, string>> WhomToAskAsync(Viewer viewer, CancellationToken cancel)
    {
        var leads = await db.LeadsAsync(viewer, null, clock.Today, cancel);
        var commissioners = await db.CommissionersAsync(viewer, clock.Today, cancel);
        return agency => WhoDecides.Named([.. leads[agency].Training.Concat(commissioners).Take(1)]);
    }
}
