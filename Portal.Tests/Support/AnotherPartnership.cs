using Microsoft.EntityFrameworkCore;
using Portal.Demo;

namespace Portal.Tests.Support;

/// <summary>A second partnership in the same database, with a row of its own for each name that an id has in an address.</summary>
internal static class AnotherPartnership
{
    public static async Task<Dictionary<string, Guid>> InAsync(TestDatabase database)
    {
        var there = await SmallBorough.InAsync(database, new("Another partnership"));
        var (partnership, agency) = (there.Partnership.Id, there.Homes.Id);
        var person = await there.HasAsync(database, "Pat Elsewhere", there.Reception);
        var record = await there.TrainedAsync(database, person, 1, new(2026, 1, 5));
        var body = new Body { PartnershipId = partnership, Code = "SBP", Name = "Another board", ShortName = "SBP", Kind = BodyKind.Partnership, MeetsEveryMonths = 3 };
        var meeting = new Meeting { PartnershipId = partnership, BodyId = body.Id, Day = database.Clock.Today.AddDays(30), Starts = new(14, 0) };
        var edition = new Edition
        {
            PartnershipId = partnership, BodyId = body.Id, MeetingId = meeting.Id, Number = 1, Revision = 1, MeetingOn = meeting.Day, IssueOn = meeting.Day.AddDays(-8), PreparedAt = database.Clock.Now,
        };
        edition.Write(new("", "SBP", "Another board", meeting.Day, database.Clock.Today, null, null, "", new(2, 1, 0, 1, 0, 0, 0, 0, 0, null), [], [], [], [], [], []));
        var strategy = new TrainingStrategy { PartnershipId = partnership, AgencyId = agency, Title = "Theirs", FileId = null, FiledOn = database.Clock.Today, FiledBy = there.Tess.Id, ReviewOn = meeting.Day };
        var membership = new Membership { PartnershipId = partnership, UserId = there.Tess.Id, Role = Role.TrainingLead, AgencyId = agency, From = new(2024, 1, 1), CheckedOn = new(2024, 1, 1) };
        await using var db = database.Open();
        db.AddRange(body, meeting, edition, strategy, membership);
        await db.SaveAsync(Viewer.System(partnership), "Prepared a test", CancellationToken.None);
        var post = await db.Posts.SingleAsync(p => p.StaffId == person.Id);
        var request = (await PageIds.WriteRequestAsync(db, there.Clinic.Id, post)).Value;
        return new(await MadeUpReturn.WriteAsync(db, agency))
        {
            ["postRequestId"] = request, ["askedId"] = request,
            ["agencyId"] = agency.Value, ["staffId"] = person.Id.Value, ["postId"] = post.Id.Value, ["titleId"] = post.JobTitleId.Value, ["recordId"] = record.Id.Value,
            ["bodyId"] = body.Id.Value, ["meetingId"] = meeting.Id.Value, ["editionId"] = edition.Id.Value, ["strategyId"] = strategy.Id.Value,
            ["flagId"] = (await PageIds.WriteFlagAsync(db, agency)).Value, ["importId"] = (await PageIds.WriteImportAsync(db, agency)).Value,
            ["frameworkId"] = there.Framework.Id.Value, ["roleId"] = there.Reception.Id.Value, ["userId"] = there.Tess.Id.Value, ["membershipId"] = membership.Id.Value,
            ["entryId"] = (await db.AuditEntries.FirstAsync(e => e.PartnershipId == partnership)).Id.Value, ["mailId"] = (await PageIds.WriteMailAsync(db, partnership)).Value,
        };
    }
}
