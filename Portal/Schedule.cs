using Portal.Features.Admin;
using Portal.Features.Admin.People;
using Portal.Features.Commissioning;
using Portal.Features.Commissioning.Demand;
using Portal.Features.Commissioning.Ordering;
using Portal.Features.Commissioning.Planning;
using Portal.Features.Courses.Evaluations;
using Portal.Features.Courses.Organising;
using Portal.Features.Courses.Register;
using Portal.Features.Courses.Places;
using Portal.Features.Funding;
using Portal.Features.Imports;
using Portal.Features.Imports.Applying;
using Portal.Features.Imports.Comparing;
using Portal.Features.Reports;
using Portal.Features.Reports.Timetable;
using Portal.Features.Returns.Opening;
using Portal.Features.Returns.Reminders;
using Portal.Features.Staff.Training;
using Portal.Features.Standards;
using Portal.Jobs;
using Portal.Mail;
using static Portal.Jobs.ScheduledJob;

namespace Portal;

/// <summary>
/// Every job: which, when, and what for. Times are London's: second, minute, hour, day of month, month, day of week.
/// Nothing is planned between 01:00 and 02:00, the hour that is missing in March and comes twice in October.
/// </summary>
public static class Schedule
{
    public static readonly IReadOnlyList<ScheduledJob> Jobs =
    [
        Job<CheckImportsJob>("0/20 * * * * ?", "Reads uploaded files and compares them with the records"),
        Job<ApplyImportsJob>("5/20 * * * * ?", "Applies imports that were agreed to, and undoes those that should be"),
        Job<DiscardAbandonedImportsJob>("0 30 3 * * ?", "Discards uploaded files that nobody has agreed to for a fortnight"),
        Job<SendOutboxJob>("0/10 * * * * ?", "Sends what waits in the outbox"),
        Job<OpenCyclesJob>("0 0 6 * * ?", "Opens the assessment cycles whose day has come, and asks agencies that joined since"),
        Job<AskSignersJob>("15 * * * * ?", "Asks executive leads to sign who came into post after a return was sent"),
        Job<RemindReturnsJob>("0 30 7 * * ?", "Reminds agencies of returns that are due, and of those that are late"),
        Job<RemindSignersJob>("0 40 7 * * ?", "Reminds executive leads of returns that wait for their signature"),
        Job<RemindOfTrainingJob>("0 25 7 * * ?", "Reminds people of training that their job needs and that lapses"),
        Job<AskForEvaluationsJob>("0 15 8 * * ?", "Asks people about their training: before it, after it and three months later"),
        Job<TellOfNoShowsJob>("0 20 7 * * ?", "Tells line managers and training leads of places on courses that were not used"),
        Job<OfferPlacesJob>("30 * * * * ?", "Offers free places to whoever waits, and ends offers that nobody answered"),
        Job<RemindBookingsJob>("0 50 7 * * ?", "Reminds people of the courses they have booked"),
        Job<EndBookingsOfLeaversJob>("0 10 4 * * ?", "Cancels the bookings of people who left, and offers their places"),
        Job<EndRequestsOfClosedAgenciesJob>("0 35 4 * * ?", "Ends what agencies asked to commission that have closed"),
        Job<WarnOfEndingFundingJob>("0 5 7 * * ?", "Tells commissioners of money that ends soon and is not committed"),
        Job<WarnOfEndingOrdersJob>("0 6 7 * * ?", "Tells commissioners of orders that end soon and are not spent"),
        Job<SolvePlansJob>("50 * * * * ?", "Works out the best use of money that somebody has asked for"),
        Job<EvaluateStandardsJob>("0 30 2 * * ?", "Judges every agency against the standards in force"),
        Job<TestForecastsJob>("0 50 2 * * ?", "Holds the forecast of training against what became of it"),
        Job<JudgeChangedJob>("45 * * * * ?", "Judges partnerships again in which something changed that results rest on"),
        Job<PrepareEditionsJob>("0 30 5 * * ?", "Prepares the draft report of each meeting whose draft day has come"),
        Job<IssueEditionsJob>("0 10 7-18 * * ?", "Issues the reports that a person has approved and whose day has come"),
        Job<WatchTimetableJob>("0 0 7 * * ?", "Tells commissioners when a report is late for approval or no meeting is set"),
        Job<PruneHistoryJob>("0 20 3 * * ?", "Removes old message texts, sessions, job runs and audit entries"),
        Job<DeleteAccessNeedsJob>("0 15 4 * * ?", "Deletes what people needed on courses that were over a month ago"),
        Job<SweepFilesJob>("0 40 3 * * ?", "Removes the bytes of uploads that no file has"),
        Job<RenewStatisticsJob>("0 50 3 * * ?", "Lets the database look again at what it holds, so that it stays quick"),
        Job<EndAccessJob>(
            "0 0 4 * * ?", "Ends the roles of people who left their job, of idle accounts and of invitations nobody accepted"),
    ];
}
