using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.Titles;

namespace Portal.Features.Staff.Requests;

/// <summary>What answering a request does, whoever answers and through whichever door.</summary>
internal static class PostAnswers
{
    /// <summary>
    /// Makes the post or does not, tells whoever asked, and says in words what was done. The caller saves, in a change of the staff list.
    /// </summary>
    /// <param name="by">Null when the person themself answered by their link.</param>
    public static async Task<string> AnswerAsync(
        this PortalDb db, PostRequest request, bool agree, Id<User>? by, DateTime now, CancellationToken cancel)
    {
        var agency = await db.Agencies.SingleAsync(a => a.Id == request.AgencyId, cancel);
        if (agree) db.Posts.Add(await db.AgreedPostAsync(request, agency, by, now, cancel));
        else request.Decline(by, now);
        var asker = await db.Users.SingleOrDefaultAsync(u => u.Id == request.RequestedBy, cancel);
        if (asker?.Email is { } email) db.Enqueue(new PostAnsweredMail(request, asker.Name, email));
        return $"{(agree ? "Agreed" : "Declined")} that {request.Name} is added to the staff of {agency.Name}";
    }

    /// <summary>The post as asked for, if what has happened since still allows it. A line manager who has gone is left out.</summary>
    private static async Task<Post> AgreedPostAsync(
        this PortalDb db, PostRequest request, Agency agency, Id<User>? by, DateTime now, CancellationToken cancel)
    {
        var today = UkClock.DayOf(now);
        var post = request.Agree(by, now);
        if (!agency.IsOpenOn(today)) throw new Refused($"{agency.Name} has closed since it asked");
        var here = db.Posts.CurrentOn(today).Where(p => p.AgencyId == request.AgencyId);
        if (await here.AnyAsync(p => p.StaffId == post.StaffId && p.JobTitleId == post.JobTitleId, cancel))
            throw new Refused($"{agency.Name} has this person on its staff list already");
        if (post.EmployeeNumber is { } number && await here.AnyAsync(p => p.EmployeeNumber == number && p.StaffId != post.StaffId, cancel))
            throw new Refused($"{agency.Name} has given the employee number to someone else since it asked. It must ask again");
        if (post.ManagerId is not { } manager) return post;
        var isHere = await here.AnyAsync(p => p.StaffId == manager, cancel);
        if (!isHere || await db.ReportsToAsync(agency.Id, manager, post.StaffId, today, cancel)) post.ReportTo(null);
        return post;
    }
}
