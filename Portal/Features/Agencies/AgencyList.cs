using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies;

/// <summary>Agencies within the viewer's reach, with what shows at a glance whether they are looked after.</summary>
public sealed class AgencyList(PortalDb db, UkClock clock)
{
    public sealed record Filter(
        string? Search = null, AgencyType? Type = null, int? Phase = null, bool Closed = false, int Page = 1, Lack? Lack = null);

    /// <summary>What an open agency can be without that the commissioner asks for.</summary>
    public enum Lack { StaffList, TrainingLead, ExecutiveLead }

    public static string Words(Lack lack) => lack switch
    {
        Lack.StaffList => "a staff list that is up to date",
        Lack.TrainingLead => "a training lead",
        Lack.ExecutiveLead => "an executive lead",
    };

    public sealed record Row(
        Id<Agency> Id, string Name, AgencyType Type, int Phase, bool TrainingLead, bool ExecutiveLead,
        DateOnly? StaffListConfirmedOn, int OpenFlags, DateOnly? ClosedOn, string? MergedInto)
    {
        public IEnumerable<Role> Vacant => new[] { (Role.TrainingLead, TrainingLead), (Role.ExecutiveLead, ExecutiveLead) }
            .Where(r => !r.Item2).Select(r => r.Item1);
    }

    public Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel) =>
        Rows(viewer, filter).ToPageAsync(filter.Page, cancel);

    /// <summary>The same agencies without pages, for a file.</summary>
    public IAsyncEnumerable<Row> AllAsync(Viewer viewer, Filter filter) => Rows(viewer, filter).AsAsyncEnumerable();

    private IQueryable<Row> Rows(Viewer viewer, Filter filter)
    {
        var today = clock.Today;
        var agencies = db.Agencies.VisibleTo(viewer);
        agencies = filter.Closed ? agencies.Where(a => a.ClosedOn <= today) : agencies.OpenOn(today);
        if (filter.Lack is { } lack) agencies = Without(agencies, lack);
        if (filter.Search is { } words) agencies = agencies.Where(NameSearch.For(words).Of((Agency a) => a.Name));
        if (filter.Type is { } type) agencies = agencies.Where(a => a.Type == type);
        var leads = db.Memberships.CurrentOn(db, today).Where(m => !m.IsDeputy);
        var flags = db.Flags.VisibleTo(viewer).StillOpen();
        return from agency in agencies
               join phase in db.Phases on agency.PhaseId equals phase.Id
               where filter.Phase == null || phase.Number == filter.Phase
               orderby agency.Name, agency.Id
               select new Row(agency.Id, agency.Name, agency.Type, phase.Number,
                   leads.Any(m => m.AgencyId == agency.Id && m.Role == Role.TrainingLead),
                   leads.Any(m => m.AgencyId == agency.Id && m.Role == Role.ExecutiveLead),
                   agency.StaffListConfirmedOn, flags.Count(f => f.AgencyId == agency.Id), agency.ClosedOn,
                   db.Agencies.Where(a => a.Id == agency.MergedIntoId).Select(a => a.Name).FirstOrDefault());
    }

    /// <summary>Open agencies without it. No staff list is asked of an agency before its phase begins.</summary>
    public IQueryable<Agency> Without(IQueryable<Agency> agencies, Lack lack)
    {
        var (today, leads) = (clock.Today, db.Memberships.CurrentOn(db, clock.Today).Where(m => !m.IsDeputy));
        return lack switch
        {
            Lack.StaffList => agencies.OpenOn(today).WithStaleStaffListOn(today)
                .Where(a => db.Phases.Any(p => p.Id == a.PhaseId && p.StartsOn <= today)),
            Lack.TrainingLead => agencies.OpenOn(today).Where(a => !leads.Any(m => m.AgencyId == a.Id && m.Role == Role.TrainingLead)),
            Lack.ExecutiveLead => agencies.OpenOn(today).Where(a => !leads.Any(m => m.AgencyId == a.Id && m.Role == Role.ExecutiveLead)),
        };
    }
}
