using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Data.Seeding;
using Portal.Demo;
using Portal.Tests.Support.Commissioning;
using Portal.Tests.Support.Courses;

namespace Portal.Tests.Support;

/// <summary>
/// A row of the borough for each name that an id has in an address: one within the training lead's agency, and one of
/// another agency where rows belong to agencies, and one of another partnership. A new name is one new line here and in
/// <see cref="AnotherPartnership"/>.
/// </summary>
public sealed class PageIds
{
    private readonly Dictionary<string, (Guid Own, Guid? Theirs)> rows = [];
    private Dictionary<string, Guid> elsewhere = [];

    /// <summary>What stands in an address for a part that is no id.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["number"] = "1", ["job"] = "SendOutboxJob", ["standardCode"] = "S01", ["clauseCode"] = "K04",
        ["format"] = "csv", ["status"] = "404", ["secret"] = "x"
    };

    /// <summary>Whether the parameter is the id of a row, and not a number or a word.</summary>
    public static bool IsId(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(p => p.Content == "guid" || p.ParameterPolicy is GuidRouteConstraint);

    public static async Task<PageIds> OfBoroughAsync(PortalApp app)
    {
        await using var db = app.Database.Open();
        var email = DemoPeople.Email[Role.TrainingLead];
        var own = (await db.Memberships.SingleAsync(m => m.Role == Role.TrainingLead
            && db.Users.Any(u => u.Id == m.UserId && u.Email == email))).AgencyId!.Value;
        var other = await db.Agencies.Where(a => a.Id != own && db.TrainingStrategies.Any(s => s.AgencyId == a.Id)).OrderBy(a => a.Name)
            .Select(a => a.Id).FirstAsync();
        // A person who is at one agency alone, and has been trained.
        Task<Post> PostAt(Id<Agency> agency) => db.Posts.Where(p => p.AgencyId == agency && p.LeftOn == null)
            .Where(p => !db.Posts.Any(x => x.StaffId == p.StaffId && x.AgencyId != agency)
                && db.TrainingRecords.Any(r => r.StaffId == p.StaffId))
            .OrderBy(p => p.Id).FirstAsync();
        async Task<Guid> Record(Post post) =>
            (await db.TrainingRecords.Where(r => r.StaffId == post.StaffId).OrderBy(r => r.Id).FirstAsync()).Id.Value;
        var (mine, theirs) = (await PostAt(own), await PostAt(other));

        var ids = new PageIds();
        ids.rows["agencyId"] = (own.Value, other.Value);
        ids.rows["staffId"] = (mine.StaffId.Value, theirs.StaffId.Value);
        ids.rows["postId"] = (mine.Id.Value, theirs.Id.Value);
        ids.rows["titleId"] = (mine.JobTitleId.Value, theirs.JobTitleId.Value);
        ids.rows["recordId"] = (await Record(mine), await Record(theirs));
        ids.rows["bodyId"] = ((await db.Bodies.SingleAsync(b => b.Code == "SBP")).Id.Value, null);
        ids.rows["meetingId"] = ((await db.Meetings.OrderByDescending(m => m.Day).FirstAsync()).Id.Value, null);
        ids.rows["editionId"] = ((await db.Editions.OrderBy(e => e.Number).Select(e => e.Id).FirstOrDefaultAsync()).Value, null);
        ids.rows["strategyId"] = ((await db.TrainingStrategies.FirstAsync(s => s.AgencyId == own)).Id.Value,
            (await db.TrainingStrategies.FirstAsync(s => s.AgencyId == other)).Id.Value);
        ids.rows["flagId"] = ((await WriteFlagAsync(db, own)).Value, (await WriteFlagAsync(db, other)).Value);
        ids.rows["importId"] = ((await WriteImportAsync(db, own)).Value, (await WriteImportAsync(db, other)).Value);
        // One that the own lead answers and the other asked, and the other way round.
        var (toAnswer, asked) = (await WriteRequestAsync(db, other, mine), await WriteRequestAsync(db, own, theirs));
        (ids.rows["postRequestId"], ids.rows["askedId"]) = ((toAnswer.Value, asked.Value), (asked.Value, toAnswer.Value));
        var (ownReturn, otherReturn) = (await MadeUpReturn.WriteAsync(db, own), await MadeUpReturn.WriteAsync(db, other));
        foreach (var (name, id) in ownReturn) ids.rows[name] = (id, otherReturn[name] == id ? null : otherReturn[name]);
        var (ownRun, otherRun) = (await MadeUpRun.WriteAsync(db, own), await MadeUpRun.WriteAsync(db, other));
        (ids.rows["runId"], ids.rows["venueId"]) = ((ownRun["runId"], otherRun["runId"]), (ownRun["venueId"], null));
        ids.rows["frameworkId"] = ((await db.Frameworks.FirstAsync()).Id.Value, null);
        ids.rows["roleId"] = ((await db.JobRoles.OrderBy(r => r.Code).FirstAsync()).Id.Value, null);
        ids.rows["userId"] = ((await db.Users.SingleAsync(u => u.Email == email)).Id.Value, null);
        ids.rows["membershipId"] = ((await db.Memberships.OrderBy(m => m.Id).FirstAsync(m => m.Until == null)).Id.Value, null);
        ids.rows["entryId"] = ((await db.AuditEntries.FirstAsync(e => e.AgencyId == own)).Id.Value,
            (await db.AuditEntries.FirstAsync(e => e.AgencyId == other)).Id.Value);
        ids.rows["mailId"] = ((await WriteMailAsync(db, (await db.Partnerships.SingleAsync()).Id)).Value, null);
        var (ownCourse, otherCourse) = (await MadeUpCourse.WriteAsync(db, own), await MadeUpCourse.WriteAsync(db, other));
        ids.rows["courseId"] = (ownCourse.Course.Value, otherCourse.Course.Value);
        (ids.rows["providerId"], ids.rows["markId"]) = ((ownCourse.Provider.Value, null), (ownCourse.Mark.Value, null));
        var (request, condition) = await MadeUpRequest.WriteAsync(db, own, ownCourse.Provider);
        (ids.rows["requestId"], ids.rows["conditionId"]) = ((request, await MadeUpRequest.BegunAsync(db, other)), (condition, null));
        var (booking, theirBooking) = await MadeUpBooking.OfBoroughAsync(db, own, other, theirs.StaffId);
        ids.rows["bookingId"] = (booking.Booking, theirBooking);
        var (scenario, term) = await MadeUpDemand.WriteAsync(db, (await db.Partnerships.SingleAsync()).Id);
        (ids.rows["scenarioId"], ids.rows["termId"]) = ((scenario, null), (term, null));
        ids.rows["planId"] = (await MadeUpPlan.WriteAsync(db, mine.PartnershipId), null);
        await WriteDraftAsync(db);
        ids.elsewhere = await AnotherPartnership.InAsync(app.Database);
        return ids;
    }

    /// <summary>The standard and the clause that <see cref="Words"/> names are being drafted.</summary>
    private static async Task WriteDraftAsync(PortalDb db)
    {
        var code = Words["standardCode"];
        var draft = (await db.Standards.AsNoTracking().Where(s => s.Code == code).OrderByDescending(s => s.Number).FirstAsync())
            .NextDraft();
        var clause = Words["clauseCode"];
        db.AddRange(draft, (await db.Clauses.AsNoTracking().SingleAsync(c => c.Code == clause)).NextDraft());
        await db.SaveAsync(Viewer.System(draft.PartnershipId), "Prepared a test", CancellationToken.None);
    }

    internal static async Task<Id<Flag>> WriteFlagAsync(PortalDb db, Id<Agency> agency)
    {
        var partnership = (await db.Agencies.SingleAsync(a => a.Id == agency)).PartnershipId;
        var flag = Given.Flag(partnership, agency, $"FLG-T{await db.Flags.CountAsync()}", "S02", Given.Today);
        db.Add(flag);
        await db.SaveAsync(Viewer.System(partnership) with { AgencyId = agency }, "Prepared a test", CancellationToken.None);
        return flag.Id;
    }

    internal static async Task<Id<Import>> WriteImportAsync(PortalDb db, Id<Agency> agency)
    {
        var partnership = (await db.Agencies.SingleAsync(a => a.Id == agency)).PartnershipId;
        var now = new TestClock().Now;
        var file = new StoredFile
        {
            PartnershipId = partnership, Name = "staff.csv", ContentType = "text/csv", Length = 1, Hash = new string('0', 64),
            StoredAt = now, StoredBy = null
        };
        var import = new Import
        {
            PartnershipId = partnership, AgencyId = agency, Kind = ImportKind.StaffList, FileId = file.Id, FileName = file.Name,
            UploadedAt = now, UploadedBy = null, UploadedByName = "Lead",
        };
        db.AddRange(file, import);
        await db.SaveAsync(Viewer.System(partnership), "Prepared a test", CancellationToken.None);
        return import.Id;
    }

    /// <summary>An agency asks for someone, for a job like the one they have.</summary>
    internal static async Task<Id<PostRequest>> WriteRequestAsync(PortalDb db, Id<Agency> agency, Post post)
    {
        var request = new PostRequest
        {
            PartnershipId = post.PartnershipId, AgencyId = agency, StaffId = post.StaffId, Name = "Someone asked for",
            JobTitleId = post.JobTitleId,
            RequestedBy = null, RequestedByName = "Lead", RequestedAt = new TestClock().Now, LinkHash = OneTimeLink.HashOf($"{post.Id}"),
        };
        db.Add(request);
        await db.SaveAsync(Viewer.System(post.PartnershipId), "Prepared a test", CancellationToken.None);
        return request.Id;
    }

    internal static async Task<Id<OutboxMail>> WriteMailAsync(PortalDb db, Id<Partnership> partnership)
    {
        var now = new TestClock().Now;
        var mail = new OutboxMail
        {
            PartnershipId = partnership, Kind = "Test", Key = "test", ToAddress = "lead@brambleford.example", ToName = "Lead",
            Subject = "Hello", Html = "<p>Hello</p>", Text = "Hello", QueuedAt = now, NextAttemptAt = now,
        };
        db.Add(mail);
        await db.SaveAsync(Viewer.System(partnership), "Prepared a test", CancellationToken.None);
        return mail.Id;
    }

    /// <summary>The address in the link to a person whom an agency asks for.</summary>
    public string AnswerLink => $"/Staff/Answer?code={rows["postId"].Own}";

    /// <summary>Whether every part of the address is known here.</summary>
    public bool Know(RoutePattern route) => Unknown(route).Length == 0;

    public string[] Unknown(RoutePattern route) =>
        [.. route.Parameters.Where(p => !(IsId(p) ? rows.ContainsKey(p.Name) : Words.ContainsKey(p.Name))).Select(p => p.Name)];

    public bool HaveAnotherAgencys(RoutePattern route) => route.Parameters.Where(IsId).Any(p => Row(p).Theirs is not null);

    public string Fill(RoutePattern route, bool theirs) => Fill(route, id => theirs ? Row(id).Theirs ?? Row(id).Own : Row(id).Own);

    /// <summary>The address with the rows of another partnership.</summary>
    public string FillElsewhere(RoutePattern route) => Fill(route, id => elsewhere[id.Name]);

    private static string Fill(RoutePattern route, Func<RoutePatternParameterPart, Guid> row) =>
        "/" + string.Join('/', route.PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part switch
            {
                RoutePatternParameterPart id when IsId(id) => row(id).ToString(),
                RoutePatternParameterPart word => Words[word.Name],
                RoutePatternLiteralPart words => words.Content,
                _ => "",
            }))));

    private (Guid Own, Guid? Theirs) Row(RoutePatternParameterPart parameter) => rows[parameter.Name];
}
