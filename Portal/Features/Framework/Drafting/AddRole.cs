using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework.Drafting;

/// <summary>
/// Adds a job role to a draft, or brings one back that was retired. Until the draft is published and in force, no job title can stand
/// for it.
/// </summary>
public sealed class AddRole(PortalDb db)
{
    private const int LongestTitle = 150, LongestDescription = 500;

    /// <param name="Level">Null sets it later.</param>
    public sealed record Entry(string Title, string? Description, AgencyType AgencyType, int? Level);

    public Task<Id<JobRole>> RunAsync(Viewer viewer, Id<Domain.Framework> frameworkId, Entry entry, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            var draft = await db.DraftAsync(viewer, frameworkId, cancel);
            if (entry.Title.Length > LongestTitle) throw new Refused($"Name must be {LongestTitle} characters or fewer", "Title");
            if (entry.Description?.Length > LongestDescription)
                throw new Refused($"Whom it means must be {LongestDescription} characters or fewer", "Description");
            var roles = await db.JobRoles.OfPartnership(viewer).ToListAsync(cancel);
            var same = roles.Find(r => r.AgencyType == entry.AgencyType && IsSame(r.Title, entry.Title));
            if (draft.Requirements.Any(r => r.JobRoleId == same?.Id))
                throw new Refused($"{same!.Title} is in this draft already", "Title");
            // One that an earlier version had comes back as itself, with what it was mapped to.
            var role = same ?? db.JobRoles.Add(new JobRole
            {
                PartnershipId = viewer.PartnershipId, Title = entry.Title, Description = entry.Description, AgencyType = entry.AgencyType,
                Code = CodeOf(entry.Title, [.. roles.Select(r => r.Code)]),
            }).Entity;
            draft.Require(role.Id, entry.Level);
            db.RaiseVersion(draft);
            await db.SaveAsync(viewer, $"Added the job role {role.Title} to version {draft.Number} of the framework", cancel);
            return role.Id;
        }, cancel);

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Its letters and digits in capitals, and a number where another role has the same.</summary>
    private static string CodeOf(string title, HashSet<string> taken)
    {
        var code = string.Concat(title.ToUpperInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        code = code.Length == 0 ? "ROLE" : code[..Math.Min(code.Length, 40)];
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? code : $"{code}-{n}").First(c => !taken.Contains(c));
    }
}
