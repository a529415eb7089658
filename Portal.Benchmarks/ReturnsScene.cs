using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Standards;

namespace Portal.Benchmarks;

/// <summary>
/// A cycle that asks many agencies of one partnership, each with an executive lead who will be told;
/// taken away again afterwards.
/// </summary>
internal sealed record ReturnsScene(
    Viewer Commissioner, Id<Phase> PhaseId, Id<Cycle> CycleId, IReadOnlyList<CycleQuestion> Questions,
    IReadOnlyList<ReturnsScene.One> Returns)
{
    private const string Mark = "deadline.example";

    internal sealed record One(Id<AgencyReturn> Id, Viewer Lead, DateTime Taken, IReadOnlyList<Id<GapLine>> Gaps);

    public static async Task<ReturnsScene> SetAsync(MadeUp boroughs, int agencies)
    {
        ReturnsScene scene = null!;
        await boroughs.ActAsync(async acts =>
        {
            var (db, clock) = (acts.GetRequiredService<PortalDb>(), acts.GetRequiredService<UkClock>());
            var partnership = await db.Partnerships.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync();
            // To the microsecond, as PostgreSQL keeps it.
            var (viewer, today, now) = (Viewer.System(partnership), clock.Today, Microseconds(clock.Now));
            var framework = await db.Frameworks.OrderBy(f => f.Id)
                .FirstAsync(f => f.PartnershipId == partnership && f.State == FrameworkState.Published);
            var roles = await db.JobRoles.Where(r => r.PartnershipId == partnership).OrderBy(r => r.Code).Take(6).Select(r => r.Id)
                .ToListAsync();
            var phase = new Phase { PartnershipId = partnership, Number = 90, StartsOn = today };
            var cycle = new Cycle
            {
                PartnershipId = partnership, PhaseId = phase.Id, FrameworkId = framework.Id, Title = "The last moments", OpensOn = today,
                CutOffOn = today, DueAt = UkClock.At(today.AddDays(30), new(17, 0)), EndsOn = today.AddMonths(10)
            };
            foreach (var number in Enumerable.Range(1, 10))
                cycle.Ask(new()
                {
                    CycleId = cycle.Id, Code = $"Q{number}", Number = number, Text = $"Question {number}?",
                    Kind = number % 4 == 3 ? QuestionKind.Number : number == 10 ? QuestionKind.Words : QuestionKind.Scored,
                    Descriptors = "No\nSome\nMost\nAll"
                });
            cycle.Open(today, now);
            db.AddRange(phase, cycle);
            List<One> returns = [];
            foreach (var number in Enumerable.Range(1, agencies))
            {
                var agency = new Agency
                {
                    PartnershipId = partnership, Name = $"Deadline agency {number}", Type = AgencyType.Voluntary, Duty = Duty.Agreed,
                    PhaseId = phase.Id
                };
                var email = $"executive.{number}@{Mark}";
                var executive = new PortalUser
                {
                    Name = $"Executive {number}", Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(),
                    NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = "none"
                };
                var asked = new AgencyReturn
                {
                    PartnershipId = partnership, CycleId = cycle.Id, AgencyId = agency.Id, Number = 1, DueAt = cycle.DueAt,
                    FiguresTakenAt = now
                };
                var lines = roles.Select((
                    role, i) => new GapLine
                    {
                        ReturnId = asked.Id, JobRoleId = role, LevelNumber = 1 + (i % 4), Headcount = 12, Holding = 8, Expiring = 1
                    })
                    .ToList();
                db.AddRange(
                    agency, executive, asked,
                    new Membership
                    {
                        PartnershipId = partnership, UserId = executive.Id, Role = Role.ExecutiveLead, AgencyId = agency.Id, From = today,
                        CheckedOn = today
                    });
                db.AddRange(lines);
                returns.Add(new(
                    asked.Id, new(null, "Training lead", partnership, Role.TrainingLead, AgencyId: agency.Id), now,
                    [.. lines.Select(l => l.Id)]));
            }
            await db.SaveAsync(viewer, "Asked many agencies", CancellationToken.None);
            scene = new(new(null, "Commissioner", partnership, Role.Commissioner), phase.Id, cycle.Id, cycle.Questions, returns);
        });
        return scene;
    }

    public static Task MatrixAsync(IServiceProvider acts, Viewer viewer) =>
        acts.GetRequiredService<Matrix>().RunAsync(viewer, acts.GetRequiredService<UkClock>().Today, new(), CancellationToken.None);

    /// <summary>Leaves the database as it was, but for the audit.</summary>
    public Task ForgetAsync(MadeUp boroughs) => boroughs.ActAsync(async acts =>
    {
        var db = acts.GetRequiredService<PortalDb>();
        var of = db.Returns.Where(a => a.CycleId == CycleId);
        var agencies = db.Agencies.Where(a => a.PhaseId == PhaseId);
        await db.CostLines.Where(c => of.Any(a => a.Id == c.ReturnId)).ExecuteDeleteAsync();
        await db.Set<GapActionLine>().Where(l => db.GapActions.Any(x => x.Id == l.ActionId && of.Any(a => a.Id == x.ReturnId)))
            .ExecuteDeleteAsync();
        await db.GapActions.Where(c => of.Any(a => a.Id == c.ReturnId)).ExecuteDeleteAsync();
        await db.ReturnAnswers.Where(c => of.Any(a => a.Id == c.ReturnId)).ExecuteDeleteAsync();
        await db.GapLines.Where(c => of.Any(a => a.Id == c.ReturnId)).ExecuteDeleteAsync();
        await db.Set<ReturnEvent>().Where(e => of.Any(a => a.Id == e.ReturnId)).ExecuteDeleteAsync();
        await of.ExecuteDeleteAsync();
        await db.Set<CycleQuestion>().Where(q => q.CycleId == CycleId).ExecuteDeleteAsync();
        await db.Cycles.Where(c => c.Id == CycleId).ExecuteDeleteAsync();
        await db.Outbox.Where(m => m.ToAddress.EndsWith(Mark)).ExecuteDeleteAsync();
        await db.Memberships.Where(m => agencies.Any(a => a.Id == m.AgencyId)).ExecuteDeleteAsync();
        await db.Users.Where(u => u.Email!.EndsWith(Mark)).ExecuteDeleteAsync();
        await agencies.ExecuteDeleteAsync();
        await db.Phases.Where(p => p.Id == PhaseId).ExecuteDeleteAsync();
    });

    private static DateTime Microseconds(DateTime now) => now.AddTicks(-(now.Ticks % 10));
}
