using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Training;

/// <summary>
/// Who can decide on training records that wait, the nearest first: a training lead of the agency it was entered for; while no other
/// training lead can, the person's line manager there and the agency's executive lead; and while none of these can, the commissioners.
/// Nobody decides on what they entered or on their own. The others may decide as well; these are named and told.
/// </summary>
internal sealed class WhoDecides
{
    public const string NotYours = "This record is not yours to decide on";

    private readonly LeadsOfAgency.ByAgency leads;
    private readonly List<Managing> managers;
    private readonly List<PeopleOf.Person> commissioners;
    private readonly Known known;

    private WhoDecides(LeadsOfAgency.ByAgency leads, List<Managing> managers, List<PeopleOf.Person> commissioners, Known known) =>
        (this.leads, this.managers, this.commissioners, this.known) = (leads, managers, commissioners, known);

    /// <summary>The accounts of those whom the training is about, by their roles, and their addresses.</summary>
    private sealed record Known(ILookup<Id<StaffMember>, Id<User>> Accounts, Dictionary<Id<StaffMember>, string?> Addresses)
    {
        public bool Is(Id<StaffMember> about, PeopleOf.Person person) => Accounts[about].Contains(person.Id)
            || string.Equals(Addresses.GetValueOrDefault(about), person.Email, StringComparison.OrdinalIgnoreCase);
    }

    private sealed record Managing(Id<Agency> AgencyId, Id<StaffMember> StaffId, PeopleOf.Person Manager);

    /// <summary>Whoever may decide on training of these people that waits or is about to, looked up at once.</summary>
    public static async Task<WhoDecides> OfAsync(
        PortalDb db, Viewer viewer, IReadOnlyCollection<Id<StaffMember>> about, DateOnly today, CancellationToken cancel)
    {
        var people = about.ToList();
        var posts = db.Posts.OfPartnership(viewer).CurrentOn(today).Where(p => people.Contains(p.StaffId));
        var agencies = await posts.Select(p => (Id<Agency>?)p.AgencyId)
            .Union(db.TrainingRecords.Where(r => people.Contains(r.StaffId)).Select(r => r.AgencyId)).ToListAsync(cancel);
        var memberships = db.Memberships.OfPartnership(viewer);
        var managing = memberships.CurrentOn(db, today).Where(m => m.Role == Role.LineManager && m.StaffId != null);
        var managers =
            from post in posts
            from role in managing
            where role.AgencyId == post.AgencyId && role.StaffId == post.ManagerId
            join user in db.Users on role.UserId equals user.Id
            where user.Email != null
            select new Managing(post.AgencyId, post.StaffId, new(user.Id, user.Name, user.Email!, role.Role, role.AgencyId, role.From));
        var leading = memberships
            .Where(m => (m.Role == Role.TrainingLead || m.Role == Role.ExecutiveLead) && agencies.Contains(m.AgencyId));
        var accounts = await db.Memberships.Where(m => m.StaffId != null && people.Contains(m.StaffId.Value))
            .Select(m => new { m.StaffId, m.UserId }).ToListAsync(cancel);
        var addresses = db.Staff.OfPartnership(viewer).Where(s => people.Contains(s.Id));
        return new(
            new(await leading.PeopleOnAsync(db, today, cancel)), await managers.ToListAsync(cancel),
            await db.CommissionersAsync(viewer, today, cancel),
            new(accounts.ToLookup(m => m.StaffId!.Value, m => m.UserId),
                await addresses.ToDictionaryAsync(s => s.Id, s => s.Email, cancel)));
    }

    /// <param name="agencyId">For which it was entered; null when for none.</param>
    /// <param name="enteredBy">Null when the portal or a file did.</param>
    public IReadOnlyList<PeopleOf.Person> Of(Id<Agency>? agencyId, Id<StaffMember> about, Id<User>? enteredBy)
    {
        var (training, executive) = leads[agencyId ?? default];
        if (Others(training) is [_, ..] leading) return leading;
        var near = managers.Where(m => m.AgencyId == agencyId && m.StaffId == about).Select(m => m.Manager).Concat(executive);
        return Others(near) is [_, ..] others ? others : Others(commissioners);

        List<PeopleOf.Person> Others(IEnumerable<PeopleOf.Person> people) =>
            [.. people.Where(p => p.Id != enteredBy && !known.Is(about, p)).DistinctBy(p => p.Id)];
    }

    /// <summary>Refuses whoever the record is about.</summary>
    /// <param name="own">The people on staff lists who are really the one who decides.</param>
    public static void RefuseOwn(TrainingRecord record, IReadOnlyCollection<Id<StaffMember>> own)
    {
        if (own.Contains(record.StaffId)) throw new Refused("Someone else must decide on your own training");
    }

    /// <summary>Their names and how to reach them, for someone who cannot decide: "Tess Lead (tess@homes.example)".</summary>
    public static string Named(IReadOnlyList<PeopleOf.Person> people) =>
        people.Count == 0 ? "the partnership’s commissioner" : string.Join(" or ", people.Select(p => $"{p.Name} ({p.Email})"));
}
