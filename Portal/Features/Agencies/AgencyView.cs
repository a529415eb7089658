using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies;

/// <summary>One agency: who leads it and what it has filed. Null when it may not be seen.</summary>
public sealed class AgencyView(PortalDb db, UkClock clock)
{
    public sealed record Lead(Id<Membership> Id, Role Role, string Name, string? Email, DateOnly From, DateOnly CheckedOn, bool IsDeputy,
        DateOnly? Until);

    public sealed record Strategy(
        Id<TrainingStrategy> Id, string Title, DateOnly FiledOn, string? FiledBy, bool FiledByViewer, DateOnly ReviewOn,
        DateOnly? ApprovedOn, string? ApprovedBy, string? FileName);

    public sealed record Signature(int Number, DateOnly SignedOn, string Office, string? Undertaking);

    /// <param name="MayOpen">Whether the viewer may open its page.</param>
    public sealed record Successor(Id<Agency> Id, string Name, bool MayOpen);

    public sealed record Details(
        Agency Agency, Phase Phase, Successor? MergedInto, IReadOnlyList<Lead> Leads, IReadOnlyList<Strategy> Strategies,
        IReadOnlyList<Signature> Signatures, DateOnly Today)
    {
        public bool IsOpen => Agency.IsOpenOn(Today);

        /// <summary>Whether the viewer may do it at this agency while it is open.</summary>
        public bool May(Viewer viewer, Permission permission) => IsOpen && viewer.May(permission, Agency.Id);

        public Lead? In(Role role) => Leads.FirstOrDefault(l => l.Role == role && !l.IsDeputy);

        /// <summary>Who stands in for the training lead.</summary>
        public IEnumerable<Lead> Deputies => Leads.Where(l => l.IsDeputy);

        /// <summary>The strategy that counts: the latest approved.</summary>
        public Strategy? InForce => Strategies.FirstOrDefault(s => s.ApprovedOn is not null);

        public Strategy? Waiting => Strategies.FirstOrDefault(s => s.ApprovedOn is null);
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel)
    {
        if (await db.Agencies.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == agencyId, cancel) is not { } agency)
            return null;
        var phase = await db.Phases.AsNoTracking().SingleAsync(p => p.Id == agency.PhaseId, cancel);
        var into = await db.Agencies.Where(a => a.Id == agency.MergedIntoId)
            .Select(a => new Successor(a.Id, a.Name, db.Agencies.VisibleTo(viewer).Any(own => own.Id == a.Id))).FirstOrDefaultAsync(cancel);
        return new(
            agency, phase, into, await LeadsAsync(agencyId, cancel), await StrategiesAsync(viewer, agencyId, cancel),
            await SignaturesAsync(agencyId, cancel), clock.Today);
    }

    private Task<List<Lead>> LeadsAsync(Id<Agency> agencyId, CancellationToken cancel) => (
        from lead in db.Memberships.CurrentOn(db, clock.Today)
        where lead.AgencyId == agencyId && (lead.Role == Role.TrainingLead || lead.Role == Role.ExecutiveLead)
        join user in db.Users on lead.UserId equals user.Id
        orderby lead.From, lead.Id
        select new Lead(lead.Id, lead.Role, user.Name, user.Email, lead.From, lead.CheckedOn, lead.IsDeputy, lead.Until))
        .ToListAsync(cancel);

    private Task<List<Strategy>> StrategiesAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel) => db.TrainingStrategies
        .Where(s => s.AgencyId == agencyId).OrderByDescending(s => s.FiledOn).ThenByDescending(s => s.Id)
        .Select(s => new Strategy(s.Id, s.Title, s.FiledOn, db.Users.Where(u => u.Id == s.FiledBy).Select(u => u.Name).FirstOrDefault(),
            s.FiledBy != null && s.FiledBy == viewer.UserId,
            s.ReviewOn, s.ApprovedOn, db.Users.Where(u => u.Id == s.ApprovedBy).Select(u => u.Name).FirstOrDefault(),
            db.Files.Where(f => f.Id == s.FileId).Select(f => f.Name).FirstOrDefault()))
        .ToListAsync(cancel);

    private Task<List<Signature>> SignaturesAsync(Id<Agency> agencyId, CancellationToken cancel) => db.CommitmentSignatures
        .Where(s => s.AgencyId == agencyId).OrderByDescending(s => s.CommitmentNumber)
        .Select(s => new Signature(s.CommitmentNumber, s.SignedOn, s.SignatoryOffice, s.Undertaking)).ToListAsync(cancel);
}
