using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Admin.People;

namespace Portal.Features.Admin.Inviting;

/// <summary>
/// A training lead invites people of their own agency's staff list to sign in, each by one message. Whoever has not accepted an earlier
/// invitation gets the link again, on another day; who has an account, no address or no job here is left out.
/// </summary>
public sealed class InviteStaff(PortalDb db, StaffToInvite staff, GiveRole give)
{
    public const int MostAtOnce = 2 * Page<StaffMember>.Size;

    /// <summary>What people of a staff list can be.</summary>
    public static readonly IReadOnlyList<Role> Roles = [Role.Learner, Role.LineManager];

    /// <summary>Says how many were invited.</summary>
    public Task<int> RunAsync(Viewer viewer, Role role, IReadOnlyCollection<Id<StaffMember>> chosen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.InviteStaff);
            if (!Roles.Contains(role)) throw new Refused("Select what they are", nameof(role));
            if (chosen.Count > MostAtOnce) throw new Refused($"Select up to {MostAtOnce} people at a time", "Chosen");
            var people = (await staff.RunAsync(viewer, new(Only: chosen), cancel)).Rows.Where(r => r.WhyNot is null).ToList();
            if (people.Count == 0) throw new Refused("None of them can be invited", "Chosen");
            var agency = await db.Agencies.Where(a => a.Id == viewer.AgencyId).Select(a => a.Name).SingleAsync(cancel);
            foreach (var person in people)
            {
                if (person is { User: { } user, Role: { } had })
                    await give.TellAsync(viewer, user, $"{had.InSentence()}, {agency}", cancel);
                else await InviteAsync(viewer, role, person, agency, cancel);
            }
            await db.SaveAsync(viewer, $"Invited {Words.Count(people.Count, "person", "people")} to sign in", cancel);
            return people.Count;
        }, cancel);

    /// <summary>A refusal says of whom, because many are invited at once.</summary>
    private async Task InviteAsync(Viewer viewer, Role role, StaffToInvite.Row person, string agency, CancellationToken cancel)
    {
        try
        {
            await give.RunAsync(viewer, new(role, person.Address!, $"{role.InSentence()}, {agency}")
            {
                AgencyId = viewer.AgencyId, StaffId = person.Id, Name = person.Name,
            }, cancel);
        }
        catch (Refused no)
        {
            throw new Refused($"{person.Name}: {no.Message}", "Chosen");
        }
    }
}
