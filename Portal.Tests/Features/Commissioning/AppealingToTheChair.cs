using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

/// <summary>From a paper on an agenda to an appeal, on the pages.</summary>
public sealed class AppealingToTheChair : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_agency_appeals_once_and_the_chair_approves_what_was_declined()
    {
        var path = await PreparedAsync((request, commissioner, at) =>
            request.Decline(commissioner, new("There is a course", null, null, null, null), Terms(request), at));
        var (lead, chair) = (await app.SignedInAs(Role.TrainingLead), await app.SignedInAs(Role.BoardChair));
        (await (await app.LeadElsewhere()).Open($"{path}/Appeal")).Answers(HttpStatusCode.NotFound);
        (await chair.Open($"{path}/Appeal/Answer")).Shows("No appeal about this request waits for an answer");
        var page = await (await lead.Open(path)).Follow("appeal to the chair");
        page.Shows("against declining it", "You can appeal once, until 30 November 2026");
        page = await page.Press("Send it to the chair");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter why the chair should look at it");
        page = await page.Fill("Why should the chair look at it?", "That course is full until May").Press("Send it to the chair");
        page.Shows("Sent to the chair", "Waiting for the chair", "That course is full until May").DoesNotShow("Answer the appeal");
        (await lead.Open($"{path}/Appeal")).Shows("Nothing can be appealed against now");
        (await lead.Open($"{path}/Appeal/Answer")).Answers(HttpStatusCode.Forbidden);

        page = await (await chair.Open("/")).Follow("Answer the appeal about CR-0077, Request 77");
        page.Shows("That course is full until May", "Declined on", "Note: There is a course");
        page = await page.Choose("What do you decide?", "The request is approved").Press("Record the answer");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter why");
        page = await page.Fill("Why?", "May is too late").Press("Record the answer");
        page.Shows("Approved", "The decision was changed", "May is too late", "The chair changed the decision");
        (await chair.Open("/")).DoesNotShow("Answer the appeal");
        (await (await app.SignedInAs(Role.Commissioner)).Open(path)).Shows("Order it");
        var told = await app.In((PortalDb db) => db.Outbox.Where(m => m.Key.Contains("/Appeal")).Select(m => m.ToAddress + " " + m.Subject)
            .ToListAsync());
        foreach (var (role, subject) in new[]
        {
            (Role.BoardChair, "An appeal to the chair"), (Role.Commissioner, "An appeal to the chair"),
            (Role.TrainingLead, "The chair has answered an appeal"), (Role.Commissioner, "The chair has answered an appeal"),
        })
            Assert.Contains($"{DemoPeople.Email[role]} {subject}", told);
    }

    [Fact]
    public async Task Nothing_is_ordered_while_an_appeal_against_conditions_waits()
    {
        var path = await PreparedAsync((request, commissioner, at) => request.Approve(commissioner, new(null, null, null, null, null),
            [new("Keep two places", "Training lead", Given.Today.AddDays(9))], Terms(request), at));
        var (lead, chair, commissioner) =
            (await app.SignedInAs(Role.TrainingLead), await app.SignedInAs(Role.BoardChair), await app.SignedInAs(Role.Commissioner));
        (await commissioner.Open(path)).Shows("Order it");
        await (await lead.Open($"{path}/Appeal")).Fill("Why should the chair look at it?", "There is no room")
            .Press("Send it to the chair");
        (await commissioner.Open(path)).DoesNotShow("Order it");
        var page = await chair.Open($"{path}/Appeal/Answer");
        page = await page.Choose("What do you decide?", "Conditions are lifted").Fill("Why?", "The room holds ten")
            .Press("Record the answer");
        page.Answers(HttpStatusCode.BadRequest).Shows("Select at least one condition that is lifted");
        page = await page.Tick("Keep two places").Press("Record the answer");
        page.Shows("The decision was changed", "A condition was lifted", "Keep two places").DoesNotShow("To be met");
    }

    [Fact]
    public async Task The_paper_stands_on_the_agenda_of_the_next_meeting_that_decides_and_says_nothing_of_what_reviewers_noted()
    {
        var path = await PreparedAsync((_, _, _) => { }, pounds: 9_000);
        var (soon, later) = await app.In(async (PortalDb db) =>
        {
            var group = await db.Bodies.SingleAsync(b => b.Code == "DASG");
            foreach (var known in await db.Meetings.Where(m => m.BodyId == group.Id && m.Day >= Given.Today && m.CancelledOn == null)
                .ToListAsync())
                known.Cancel(Given.Today);
            var meetings = (Given.Meeting(group, Given.Today.AddDays(7)), Given.Meeting(group, Given.Today.AddDays(40)));
            db.AddRange(meetings.Item1, meetings.Item2);
            var request = await db.CommissioningRequests.SingleAsync(r => r.Number == 77);
            db.Add(new ClauseFinding
            {
                PartnershipId = group.PartnershipId, RequestId = request.Id, ClauseCode = "K04", IsMet = false, Note = "Heard otherwise",
                By = "A reviewer", At = UkClock.At(Given.Today, new(8, 30)),
            });
            await db.SaveAsync(Viewer.System(group.PartnershipId), "Prepared a test", CancellationToken.None);
            return (meetings.Item1.Id, meetings.Item2.Id);
        });
        var member = await app.SignedInAs(Role.BoardMember);
        var page = await member.Open($"/Meetings/Agenda/{soon}");
        page.Shows("Requests to commission training", "Request 77", "£9,000");
        (await member.Open($"/Meetings/Agenda/{later}")).Shows("Nothing to decide is known here").DoesNotShow("Request 77");
        page = await page.Follow("Paper about Request 77");
        page.Shows("To decide whether the partnership pays £9,000 of £9,500 for 10 places", "Nobody can ask",
            "7 people of Kestrel Homes were below this level", "from A new provider", "£950 a place", "the reference price is £200",
            "Money left", "Not met").DoesNotShow("Heard otherwise");
        (await (await app.SignedInAs(Role.Commissioner)).Open($"{path}/Paper")).Shows("Against the clauses").DoesNotShow("Heard otherwise");
        (await (await app.SignedInAs(Role.TrainingLead)).Open($"{path}/Paper")).Shows("£950 a place")
            .DoesNotShow("Money left", "Heard otherwise");
        (await (await app.LeadElsewhere()).Open($"{path}/Paper")).Answers(HttpStatusCode.NotFound);
        page = await (await app.LeadElsewhere()).Open($"/Meetings/Agenda/{soon}");
        page.Shows("Request 77").DoesNotShow("£9,000");
        (await (await app.SignedInAs(Role.Learner)).Open($"/Meetings/Agenda/{soon}")).DoesNotShow("Request 77");
        await app.In(async (PortalDb db) =>
        {
            (await db.Meetings.SingleAsync(m => m.Id == soon)).Cancel(Given.Today);
            await db.SaveAsync(Viewer.System((await db.Partnerships.SingleAsync()).Id), "Cancelled", CancellationToken.None);
        });
        (await member.Open($"/Meetings/Agenda/{soon}")).Shows("It was cancelled").DoesNotShow("Request 77");
        (await member.Open($"/Meetings/Agenda/{later}")).Shows("Request 77");
    }

    [Fact]
    public async Task Urgent_training_is_recorded_as_such_from_the_beginning()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var page = await lead.Open("/Commissioning/Start?Level=2");
        page = await page.Fill("What would you call the training?", "For the new ward").Tick("Yes, and it has been commissioned already")
            .Press("Start a request");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter the day on which it was commissioned", "Enter why it could not wait");
        page = await page.Fill("Day on which it was commissioned", Given.Today.AddDays(1)).Fill("Why could it not wait?", "It opened early")
            .Press("Start a request");
        page.Answers(HttpStatusCode.BadRequest).Shows("The day must be today or in the past");
        page = await page.Fill("Day on which it was commissioned", Given.Today.AddDays(-2)).Press("Start a request");
        page.Shows("It was urgent: commissioned on 14 November 2026", "It is to be asked for by 24 November 2026", "It opened early");
        (await lead.Open("/")).Shows("For the new ward: it was commissioned first", "24 November 2026");
    }

    /// <summary>A request of the lead’s agency that waits for a decision, and what becomes of it.</summary>
    private Task<string> PreparedAsync(Action<CommissioningRequest, Viewer, DateTime> decide, decimal pounds = 900) =>
        app.In(async (PortalDb db) =>
        {
            async Task<Viewer> As(Role role)
            {
                var email = DemoPeople.Email[role];
                var member = await db.Memberships.FirstAsync(m => m.Role == role
                    && db.Users.Any(u => u.Id == m.UserId && u.Email == email));
                return Viewer.Of(member.UserId, role.Words(), member);
            }
            var (lead, at) = (await As(Role.TrainingLead), UkClock.At(Given.Today, new(8, 0)));
            var request = Given.Sent(lead, lead.AgencyId, 77, pounds, at);
            decide(request, await As(Role.Commissioner), at);
            db.Add(request);
            await db.SaveAsync(Viewer.System(lead.PartnershipId), "Prepared a test", CancellationToken.None);
            return $"/Commissioning/{request.Id}";
        });

    private static CommissioningTerms Terms(CommissioningRequest request) => new() { PartnershipId = request.PartnershipId };
}
