using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>
/// Makes a fictional borough: agencies with a story each, their people and their history. The same day gives the same
/// borough; one that is there already is left as it is.
/// </summary>
public sealed class MakeBorough(PortalDb db, SeedFiles seeds, LoadDefaults loadDefaults, UkClock clock)
{
    /// <summary>What the audit says of it.</summary>
    public const string What = "Made the fictional borough";

    private const int Seed = 20161206;

    /// <summary>The borough of <c>seeds/demo</c>, for Development.</summary>
    public Task<Id<Partnership>> RunAsync(CancellationToken cancel) =>
        MakeAsync(seeds.Borough, seeds.Offers, new Dice(Seed, clock.Today), signIns: true, cancel);

    /// <param name="signIns">Also makes the people of <see cref="DemoPeople"/>, of whom there can be only one each.</param>
    internal async Task<Id<Partnership>> MakeAsync(
        BoroughSeed borough, OffersSeed offers, Dice dice, bool signIns, CancellationToken cancel)
    {
        var there = await db.Partnerships.Where(p => p.Name == borough.Partnership.Name).Select(p => new { p.Id })
            .SingleOrDefaultAsync(cancel);
        if (there is not null) return there.Id;

        var partnership = new Partnership
        {
            Id = dice.Id<Partnership>(), Name = borough.Partnership.Name, ShortName = "SBP", FrameworkCode = seeds.Framework.Code,
            SupportEmail = $"training.portal@{borough.Partnership.Domain}",
        };
        await db.TransactAsync(Viewer.System(partnership.Id), What, async () =>
        {
            await db.BulkInsertAsync([partnership], cancel);
            await loadDefaults.RunAsync(partnership.Id, cancel);
            await FillAsync(dice, borough, offers, partnership, signIns, cancel);
        }, cancel);
        return partnership.Id;
    }

    private async Task FillAsync(
        Dice dice, BoroughSeed borough, OffersSeed offers, Partnership partnership, bool signIns, CancellationToken cancel)
    {
        var (today, programme) = (clock.Today, clock.Today.AddMonths(borough.Phases.Min(p => p.StartsInMonths)));
        var phases = borough.Phases.ToDictionary(p => p.Number, p => new Phase
        {
            Id = dice.Id<Phase>(), PartnershipId = partnership.Id, Number = p.Number, StartsOn = today.AddMonths(p.StartsInMonths),
        });
        var bodies = await BodiesAsync(partnership, cancel);
        var offices = new Offices(dice, borough, partnership.Id, programme, today);
        var (filings, confirmations) = (new Filings(dice, programme, today), new Confirmations());
        var rows = new Rows();
        var framework = seeds.Framework;
        var roles = await RolesAsync(partnership, framework, cancel);
        var lists = new StaffLists(
            dice, new People(dice, seeds.Names, partnership.Id),
            new TrainingHistory(dice, borough, framework.Levels, partnership.Id, programme),
            new Places(dice, framework.Levels, programme, today), roles, programme, today, rows);

        var agencies = new List<Agency>();
        var books = new Dictionary<Id<Agency>, (Agency, Viewer)>();
        foreach (var seed in borough.Agencies)
        {
            var agency = new Agency
            {
                Id = dice.Id<Agency>(), PartnershipId = partnership.Id, Name = seed.Name, Type = seed.Type, Duty = seed.Duty,
                PhaseId = phases[seed.Phase].Id,
            };
            agency.ConfirmStaffList(today.AddDays(-seed.Story.StaffListConfirmedDaysAgo));
            agencies.Add(agency);
            var (training, executive) = (offices.Lead(agency, seed, Role.TrainingLead), offices.Lead(agency, seed, Role.ExecutiveLead));
            books.Add(agency.Id, (agency, Booker(agency, training)));
            if (seed.SitsOnBoard) offices.BoardMember(executive, bodies["SBP"]);
            filings.Of(agency, seed, training, executive);
            confirmations.Of(agency);
            lists.Fill(agency, seed, training);
        }
        lists.Connect();
        var apart = dice.Apart();
        var offer = new CourseOffer(apart, offers, borough.Partnership, agencies, partnership.Id, framework.Code, today);
        (StaffMember Learner, StaffMember Manager)? shown = null;
        if (signIns)
        {
            var learnerAt = agencies.Single(a => a.Name == borough.LearnerAt);
            shown = Learner(rows, learnerAt, roles.Values.Where(r => r.Level == 2).Select(r => r.Id));
            offices.OneForEachRole(bodies, learnerAt, shown.Value.Learner, shown.Value.Manager, offer.Shown);
        }
        var teachers = new Offices(apart, borough, partnership.Id, programme, today);
        var trainers = offer.Providers.Values.ToDictionary(p => p.Id, p => Trainer(p, offices.GiverOf(p) ?? teachers.Trainer(p)));

        await db.BulkInsertAsync(phases.Values, cancel);
        await db.BulkInsertAsync(agencies, cancel);
        await rows.WriteAsync(db, cancel);
        await db.BulkInsertAsync(offices.Users, cancel);
        await db.BulkInsertAsync(teachers.Users, cancel);
        await db.BulkInsertAsync(filings.Strategies, cancel);
        await db.BulkInsertAsync(filings.Signatures, cancel);
        await db.BulkInsertAsync(confirmations.Rows, cancel);
        await new CourseYears(
            apart, offer, new(rows, roles, framework.Levels, books, offers, today), trainers, Viewer.System(partnership.Id), programme,
            clock.Now)
            .WriteAsync(db, shown, cancel);
        await db.BulkInsertAsync(new SchoolYears(apart, partnership.Id, today).Terms(), cancel);
        await db.BulkInsertAsync(offices.Memberships.Concat(teachers.Memberships), cancel);
        foreach (var board in new[] { "SBP", "HWB", "DASG" })
            await db.BulkInsertAsync(Calendar.Of(dice, partnership.Id, bodies[board], today, programme, next: board == "SBP"), cancel);
    }

    private static Viewer Booker(Agency agency, Id<User> lead) =>
        new(lead, $"{Role.TrainingLead.Words()}, {agency.Name}", agency.PartnershipId, Role.TrainingLead, AgencyId: agency.Id);

    private static Viewer Trainer(Provider provider, Id<User> user) =>
        new(user, $"Trainer, {provider.Name}", provider.PartnershipId, Role.CourseProvider, ProviderId: provider.Id);

    /// <summary>The default bodies, the board under the borough's own name.</summary>
    private async Task<Dictionary<string, Id<Body>>> BodiesAsync(Partnership partnership, CancellationToken cancel)
    {
        var bodies = await db.Bodies.Where(b => b.PartnershipId == partnership.Id).ToListAsync(cancel);
        bodies.Single(b => b.Kind == BodyKind.Partnership).Name = partnership.Name;
        return bodies.ToDictionary(b => b.Code, b => b.Id);
    }

    private async Task<Dictionary<string, (Id<JobRole> Id, int Level)>> RolesAsync(
        Partnership partnership, FrameworkSeed framework, CancellationToken cancel)
    {
        var levels = framework.Roles.ToDictionary(r => r.Code, r => r.Level ?? 0);
        var roles = await db.JobRoles.Where(r => r.PartnershipId == partnership.Id).Select(r => new { r.Code, r.Id }).ToListAsync(cancel);
        return roles.Where(r => levels.ContainsKey(r.Code)).ToDictionary(r => r.Code, r => (r.Id, levels[r.Code]));
    }

    /// <summary>
    /// Someone whose job needs the second level and who is still to be trained for it, if there is such a
    /// person, and their line manager.
    /// </summary>
    private static (StaffMember Learner, StaffMember Manager) Learner(Rows rows, Agency agency, IEnumerable<Id<JobRole>> needSecondLevel)
    {
        var people = rows.Staff.ToDictionary(s => s.Id);
        var titles = rows.JobTitles.Where(t => t.JobRoleId is { } role && needSecondLevel.Contains(role)).Select(t => t.Id).ToHashSet();
        var trained = rows.Records.Where(r => r.LevelNumber > 1).Select(r => r.StaffId).ToHashSet();
        var post = rows.Posts
            .Where(p => p.AgencyId == agency.Id && p is { LeftOn: null, ManagerId: not null } && titles.Contains(p.JobTitleId))
            .OrderBy(p => trained.Contains(p.StaffId)).First();
        return (people[post.StaffId], people[post.ManagerId!.Value]);
    }
}
