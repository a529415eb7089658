using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.Handing;

/// <summary>Who answers for each agency today: its training leads and its executive leads, with their addresses.</summary>
public sealed class LeadsOfAgencies(PortalDb db)
{
    /// <param name="Since">The day on which they came into the post.</param>
    public sealed record Person(Id<User> Id, string Name, string Email, DateOnly Since = default);

    public sealed record Of(IReadOnlyList<Person> Training, IReadOnlyList<Person> Executive)
    {
        /// <summary>Who is asked for a return: the training leads, or the executive leads while there is none.</summary>
        public IReadOnlyList<Person> Asked() => Training.Count > 0 ? Training : Executive;

        /// <summary>Who can sign: not whoever sent it.</summary>
        public IReadOnlyList<Person> Signers(Id<User>? sentBy) => [.. Executive.Where(p => p.Id != sentBy)];
    }

    public sealed class ByAgency(IReadOnlyDictionary<Id<Agency>, Of> agencies)
    {
        private static readonly Of Nobody = new([], []);

        public Of this[Id<Agency> agency] => agencies.GetValueOrDefault(agency, Nobody);
    }

    /// <param name="only">One agency; null for all of the partnership.</param>
    public async Task<ByAgency> RunAsync(Viewer viewer, Id<Agency>? only, DateOnly today, CancellationToken cancel)
    {
        var leads = db.Memberships.OfPartnership(viewer).Where(m => m.AgencyId != null && (m.Role == Role.TrainingLead || m.Role == Role.ExecutiveLead));
        if (only is not null) leads = leads.Where(m => m.AgencyId == only);
        var found = await leads.CurrentOn(db, today)
            .Join(db.Users.Where(u => u.Email != null), m => m.UserId, u => u.Id, (m, u) => new { AgencyId = m.AgencyId!.Value, m.Role, u.Id, u.Name, u.Email, m.From }).ToListAsync(cancel);
        return new(found.GroupBy(f => f.AgencyId).ToDictionary(g => g.Key, g => new Of(
            [.. g.Where(f => f.Role == Role.TrainingLead).Select(f => new Person(f.Id, f.Name, f.Email!, f.From)).DistinctBy(p => p.Id)],
            [.. g.Where(f => f.Role == Role.ExecutiveLead).Select(f => new Person(f.Id, f.Name, f.Email!, f.From)).DistinctBy(p => p.Id)])));
    }
}
