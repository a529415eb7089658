using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Tests.Support;

/// <summary>
/// What the fictional borough has, asked for by what is so of it and never by name, so that its story can change without a
/// test hearing of it.
/// </summary>
internal static class DemoBorough
{
    private static readonly SeedFiles Seeds = new(Repository.File("seeds"));

    /// <summary>Where the borough's training lead, executive lead, line manager and learner work: an agency for housing.</summary>
    public static string OwnAgency => Seeds.Borough.LearnerAt;

    /// <summary>An agency that has nothing to do with <see cref="OwnAgency"/>, and a staff list of its own.</summary>
    public static string AnotherAgency => AgencyOf(AgencyType.Council);

    /// <summary>The first agency of a type; another than <see cref="OwnAgency"/>.</summary>
    public static string AgencyOf(AgencyType type) => Seeds.Borough.Agencies.First(a => a.Type == type && a.Name != OwnAgency).Name;

    /// <summary>An agency whose return was accepted with what it costs; another than <see cref="OwnAgency"/>.</summary>
    public static Task<Agency> AgencyWithAcceptedCostsAsync(this PortalApp app) => app.In((PortalDb db) =>
    {
        var costed = db.Returns.Where(a => a.State == ReturnState.Accepted && db.CostLines.Any(c => c.ReturnId == a.Id));
        return db.Agencies.AsNoTracking().Where(a => a.Name != OwnAgency && costed.Any(c => c.AgencyId == a.Id)).OrderBy(a => a.Name)
            .FirstAsync();
    });

    /// <summary>What the borough's person with this role is called.</summary>
    public static Task<string> NameOfAsync(this PortalApp app, Role role) =>
        app.In((PortalDb db) => db.Users.Where(u => u.Email == DemoPeople.Email[role]).Select(u => u.Name).SingleAsync());

    public static Task<Agency> AgencyAsync(this PortalApp app, string name) =>
        app.In((PortalDb db) => db.Agencies.AsNoTracking().SingleAsync(a => a.Name == name));
}
