using Portal.Data;

namespace Portal.Features.Staff.Training;

/// <summary>
/// Who can decide on a training record that someone entered: another training lead of the agency it was entered for, or while there is
/// none the commissioners. Nobody decides on their own.
/// </summary>
internal static class WhoDecides
{
    /// <param name="agencyId">Null when it was entered for none.</param>
    public static async Task<IReadOnlyList<PeopleOf.Person>> WhoDecidesAsync(
        this PortalDb db, Viewer enteredBy, Id<Agency>? agencyId, Id<StaffMember>? about, DateOnly today, CancellationToken cancel)
    {
        List<PeopleOf.Person> others = [];
        var leads = agencyId is null ? [] : (await db.LeadsAsync(enteredBy, agencyId, today, cancel))[agencyId.Value].Training;
        foreach (var lead in leads.Where(l => l.Id != enteredBy.UserId))
            if (about is not { } person || !(await db.OwnStaffAsync(enteredBy.PartnershipId, cancel, lead.Id)).Contains(person))
                others.Add(lead);
        return others.Count > 0 ? others
            : [.. (await db.CommissionersAsync(enteredBy, today, cancel)).Where(c => c.Id != enteredBy.UserId).DistinctBy(c => c.Id)];
    }

    /// <summary>Their names and how to reach them, for someone who cannot decide: "Tess Lead (tess@homes.example)".</summary>
    public static string Named(IReadOnlyList<PeopleOf.Person> people) =>
        people.Count == 0 ? "the partnership’s commissioner" : string.Join(" or ", people.Select(p => $"{p.Name} ({p.Email})"));
}
