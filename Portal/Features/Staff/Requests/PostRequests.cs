using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Requests;

/// <summary>What asking for someone came to.</summary>
internal enum PostAsked
{
    Now,

    /// <summary>This agency asked before and nobody has answered yet: nothing is written and nobody gets a second message.</summary>
    WaitsAlready,

    /// <summary>Someone who may answer said no less than <see cref="PostRequest.RestsFor"/> ago: nothing is written.</summary>
    DeclinedLately,
}

/// <summary>Asks, where a post at once would open to an agency what others entered.</summary>
internal static class PostRequests
{
    /// <summary>The post that an agency wishes to make.</summary>
    /// <param name="Name">As the form or the file gives it.</param>
    /// <param name="ImportId">The import whose row wishes it; null when a form does.</param>
    public sealed record Wish(
        Id<Agency> AgencyId, string Name, Id<JobTitle> JobTitleId, string? EmployeeNumber, DateOnly? StartedOn, Id<StaffMember>? ManagerId,
        Id<Import>? ImportId = null);

    /// <summary>
    /// Adds the request, and puts in the outbox what goes to the person and to those who may answer for them. The caller saves,
    /// in a change of the staff list, so that no two ask at once.
    /// </summary>
    /// <param name="viewer">Who asks, in the agency's name.</param>
    /// <param name="person">Whom another agency knows, found by <see cref="Identity.Decide"/>.</param>
    public static async Task<PostAsked> RequestPostAsync(
        this PortalDb db, Viewer viewer, StaffMember person, Wish wish, DateTime now, CancellationToken cancel)
    {
        if (await db.AskedBeforeAsync(person.Id, wish.AgencyId, now, cancel) is { } before) return before;
        var code = person.Email is null ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var request = db.PostRequests.Add(new()
        {
            PartnershipId = person.PartnershipId, AgencyId = wish.AgencyId, StaffId = person.Id, Name = wish.Name,
            JobTitleId = wish.JobTitleId, EmployeeNumber = wish.EmployeeNumber, StartedOn = wish.StartedOn, ManagerId = wish.ManagerId,
            ImportId = wish.ImportId, RequestedBy = viewer.UserId, RequestedByName = viewer.Name, RequestedAt = now,
            LinkHash = code is null ? null : OneTimeLink.HashOf(code),
        }).Entity;
        var agency = await db.Agencies.Where(a => a.Id == wish.AgencyId).Select(a => a.Name).SingleAsync(cancel);
        if (code is not null) db.Enqueue(new PostAskedMail(request, agency, person.Name, person.Email!, code));
        var today = UkClock.DayOf(request.RequestedAt);
        var knowing = db.AgenciesThatAnswer(request.StaffId, request.AgencyId, today);
        foreach (var (name, email) in await db.LeadsOrSupportAsync(request.PartnershipId, knowing, today, cancel))
            db.Enqueue(new PostToAnswerMail(request, agency, name, email));
        return PostAsked.Now;
    }

    /// <summary>The same for whoever fills in a form: refuses when nothing is asked, and says in words what was done.</summary>
    public static async Task<string> AskForPostAsync(
        this PortalDb db, Viewer viewer, StaffMember person, Wish wish, DateTime now, CancellationToken cancel)
    {
        var asked = await db.RequestPostAsync(viewer, person, wish, now, cancel);
        if (asked == PostAsked.WaitsAlready)
            throw new Refused("Your agency has asked for this person already, and the answer is still to come");
        if (asked == PostAsked.DeclinedLately)
            throw new Refused("Your agency asked for this person lately, and the answer was no. Talk to them before you ask again");
        var agency = await db.Agencies.Where(a => a.Id == wish.AgencyId).Select(a => a.Name).SingleAsync(cancel);
        return $"Asked for {wish.Name} to be added to the staff of {agency}";
    }

    private static async Task<PostAsked?> AskedBeforeAsync(
        this PortalDb db, Id<StaffMember> staffId, Id<Agency> agencyId, DateTime now, CancellationToken cancel)
    {
        var rested = now - PostRequest.RestsFor;
        var before = await db.PostRequests.Where(r => r.StaffId == staffId && r.AgencyId == agencyId)
            .Where(r => r.State == PostRequestState.Waiting || (r.State == PostRequestState.Declined && r.DecidedAt > rested))
            .Select(r => r.State).ToListAsync(cancel);
        // Two rows of a file may ask for one person before either is saved.
        before.AddRange(db.PostRequests.Local.Where(r => r.StaffId == staffId && r.AgencyId == agencyId).Select(r => r.State));
        if (before.Contains(PostRequestState.Waiting)) return PostAsked.WaitsAlready;
        return before.Contains(PostRequestState.Declined) ? PostAsked.DeclinedLately : null;
    }
}
