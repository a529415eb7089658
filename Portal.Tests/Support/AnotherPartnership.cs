using Microsoft.EntityFrameworkCore;
using Portal.Demo;
using Portal.Tests.Support.Commissioning;
using Portal.Tests.Support.Courses;

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
        var body = Given.Body(there.Partnership, "Another board");
        var meeting = Given.Meeting(body, database.Clock.Today.AddDays(30));
        var edition = Given.Edition(body, meeting, 1, issueOn: meeting.Day.AddDays(-8), preparedAt: database.Clock.Now);
        var strategy = new TrainingStrategy
        {
            PartnershipId = partnership, AgencyId = agency, Title = "Theirs", FileId = null, FiledOn = database.Clock.Today,
            FiledBy = there.Tess.Id, ReviewOn = meeting.Day
        };
        var membership = Given.Membership(partnership, there.Tess, Role.TrainingLead, there.Homes);
        await using var db = database.Open();
        db.AddRange(body, meeting, edition, strategy, membership);
        await db.SaveAsync(Viewer.System(partnership), "Prepared a test", CancellationToken.None);
        var post = await db.Posts.SingleAsync(p => p.StaffId == person.Id);
        var request = (await PageIds.WriteRequestAsync(db, there.Clinic.Id, post)).Value;
        var made = await MadeUpRun.WriteAsync(db, agency);
        var (_, booking) = await MadeUpBooking.WriteAsync(db, agency, person.Id);
        var (_, provider, mark) = await MadeUpCourse.WriteAsync(db, agency);
        var (asked, condition) = await MadeUpRequest.WriteAsync(db, agency, provider);
        var (scenario, term) = await MadeUpDemand.WriteAsync(db, partnership);
        return new(await MadeUpReturn.WriteAsync(db, agency))
        {
            ["courseId"] = made["courseId"], ["runId"] = made["runId"], ["venueId"] = made["venueId"], ["bookingId"] = booking,
            ["providerId"] = provider.Value, ["markId"] = mark.Value,
            ["scenarioId"] = scenario, ["termId"] = term,
            ["planId"] = await MadeUpPlan.WriteAsync(db, partnership),
            ["requestId"] = asked, ["conditionId"] = condition, ["postRequestId"] = request, ["askedId"] = request,
            ["agencyId"] = agency.Value, ["staffId"] = person.Id.Value, ["postId"] = post.Id.Value, ["titleId"] = post.JobTitleId.Value,
            ["recordId"] = record.Id.Value,
            ["bodyId"] = body.Id.Value, ["meetingId"] = meeting.Id.Value, ["editionId"] = edition.Id.Value,
            ["strategyId"] = strategy.Id.Value,
            ["flagId"] = (await PageIds.WriteFlagAsync(db, agency)).Value,
            ["importId"] = (await PageIds.WriteImportAsync(db, agency)).Value,
            ["frameworkId"] = there.Framework.Id.Value, ["roleId"] = there.Reception.Id.Value, ["userId"] = there.Tess.Id.Value,
            ["membershipId"] = membership.Id.Value,
            ["entryId"] = (await db.AuditEntries.FirstAsync(e => e.PartnershipId == partnership)).Id.Value,
            ["mailId"] = (await PageIds.WriteMailAsync(db, partnership)).Value,
        };
    }
}
