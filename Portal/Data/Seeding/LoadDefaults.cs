using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Seeding;

/// <summary>
/// Loads what every partnership begins with: what it resolved, strands, the default framework, the standards, the bodies, the
/// commitment, the clauses of commissioning, the questions of a return and the usual prices. Only what is missing is added, and what
/// people have changed since stays changed. From then on these are rows of the partnership; nothing else reads the files.
/// </summary>
public sealed class LoadDefaults(PortalDb db, SeedFiles seeds, LoadFramework loadFramework)
{
    /// <summary>For every partnership that has not loaded the files as they are now: a start after the first finds none.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var files = seeds.HashOfDefaults;
        var behind = await db.Partnerships.Where(p => p.DefaultsFrom != files).Select(p => p.Id).ToListAsync(cancel);
        foreach (var partnership in behind)
        {
            await RunAsync(partnership, cancel);
            await db.Partnerships.Where(p => p.Id == partnership)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.DefaultsFrom, files), cancel);
        }
    }

    public async Task RunAsync(Id<Partnership> partnershipId, CancellationToken cancel)
    {
        var partnership = await db.Partnerships.SingleAsync(p => p.Id == partnershipId, cancel);
        partnership.Resolution ??= seeds.Partnership.Resolution;
        await StrandsAsync(partnershipId, cancel);
        await ReturnsAsync(partnershipId, cancel);
        await ClausesAsync(partnershipId, cancel);
        await StandardsAsync(partnershipId, cancel);
        await BodiesAsync(partnershipId, cancel);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(Viewer.System(partnershipId), "Loaded what a partnership begins with", cancel);
        await loadFramework.RunAsync(partnershipId, seeds.Framework, cancel);
    }

    private async Task StrandsAsync(Id<Partnership> partnershipId, CancellationToken cancel)
    {
        var there = await db.Strands.Where(s => s.PartnershipId == partnershipId).Select(s => s.Code).ToListAsync(cancel);
        db.Strands.AddRange(seeds.Strands.Where(s => !there.Contains(s.Code)).Select(s => new Strand
        {
            PartnershipId = partnershipId, Code = s.Code, Name = s.Name, From = s.From, Until = s.Until,
        }));
    }

    /// <summary>The commitment that agencies sign, the questions they are asked and the prices they begin with.</summary>
    private async Task ReturnsAsync(Id<Partnership> partnershipId, CancellationToken cancel)
    {
        var commitments = await db.TrainingCommitments.Where(c => c.PartnershipId == partnershipId).Select(c => c.Number)
            .ToListAsync(cancel);
        var questions = await db.DefaultQuestions.Where(q => q.PartnershipId == partnershipId).Select(q => q.Code).ToListAsync(cancel);
        var prices = await db.UsualPrices.Where(p => p.PartnershipId == partnershipId).Select(p => p.Kind).ToListAsync(cancel);
        db.TrainingCommitments.AddRange(seeds.CommitmentsOf(partnershipId).Where(c => !commitments.Contains(c.Number)));
        db.DefaultQuestions.AddRange(seeds.QuestionsOf(partnershipId).Where(q => !questions.Contains(q.Code)));
        db.UsualPrices.AddRange(seeds.PricesOf(partnershipId).Where(p => !prices.Contains(p.Kind)));
    }

    private async Task ClausesAsync(Id<Partnership> partnershipId, CancellationToken cancel)
    {
        var there = await db.Clauses.Where(c => c.PartnershipId == partnershipId).Select(c => c.Code).ToListAsync(cancel);
        db.Clauses.AddRange(seeds.ClausesOf(partnershipId).Where(c => !there.Contains(c.Code)));
    }

    private async Task StandardsAsync(Id<Partnership> partnershipId, CancellationToken cancel)
    {
        var there = await db.Standards.Where(s => s.PartnershipId == partnershipId).ToDictionaryAsync(s => (s.Code, s.Number), cancel);
        // What was written down before anything could measure it can be drafted now. Whether it is judged stays the partnership's to say.
        foreach (var seed in seeds.Standards)
            if (seed.Measure is { } key && there.TryGetValue((seed.Code, seed.Version), out var known)) known.CanBeMeasuredBy(key);
        db.Standards.AddRange(seeds.Standards.Where(s => !there.ContainsKey((s.Code, s.Version))).Select(s => new Standard
        {
            PartnershipId = partnershipId, Code = s.Code, Number = s.Version, ShortName = s.ShortName, Wording = s.Wording, Rule = s.Rule,
            Measure = s.Measure, MetAt = s.MetAt, PartlyAt = s.PartlyAt, Severity = s.Severity, CriticalFromLevel = s.CriticalFromLevel,
            PerLevel = s.PerLevel, Basis = s.Basis, SourceTitle = s.Source.Title, SourceUrl = s.Source.Url, Guidance = s.Guidance,
            ClearedBy = s.ClearedBy, EffectiveFrom = s.InForceFrom,
        }));
    }

    private async Task BodiesAsync(Id<Partnership> partnershipId, CancellationToken cancel)
    {
        var bodies = await db.Bodies.Where(b => b.PartnershipId == partnershipId).ToDictionaryAsync(b => b.Code, cancel);
        var missing = seeds.Bodies.Where(b => !bodies.ContainsKey(b.Code)).ToList();
        foreach (var seed in missing)
            bodies.Add(seed.Code, new Body
            {
                PartnershipId = partnershipId, Code = seed.Code, Name = seed.Name, ShortName = seed.ShortName, Kind = seed.Kind,
                MeetsEveryMonths = seed.MeetsEveryMonths,
            });
        db.Bodies.AddRange(missing.Select(b => bodies[b.Code]));
        db.ReportingLines.AddRange(missing.SelectMany(b => b.ReportsTo, (from, to) => new ReportingLine
        {
            PartnershipId = partnershipId, FromId = bodies[from.Code].Id, ToId = bodies[to].Id,
        }));
    }
}
