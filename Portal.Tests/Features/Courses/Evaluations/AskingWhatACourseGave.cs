using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Features.Courses.Evaluations;
using Portal.Features.Courses.Register;
using Portal.Features.Standards.Measures;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Evaluations;

public sealed partial class AskingWhatACourseGave : AtTheRunDesk
{
    private CourseRun run = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using (var db = Database.Open())
        {
            (await db.Courses.Include(c => c.Levels).Include(c => c.Competencies).SingleAsync()).Cover("LADDER", [1], ["L1.1"]);
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", None);
        }
        run = await SaveAsync(Given.Run(Course, Given.Today));
        Now = run.OpensAt;
    }

    [Fact]
    public async Task Asks_each_person_once_before_the_day_after_and_three_months_later()
    {
        var booking = await Asks(run, "Ann Archer");
        Now = run.StartsAt.AddDays(-5);
        Assert.Null(await AskAsync());
        Now = run.StartsAt.AddDays(-2);
        Assert.Equal("Asked 1 person about their training", await AskAsync());
        Assert.Null(await AskAsync());
        Now = run.EndsAt.AddHours(1);
        await AttendsAsync([booking]);
        Now = run.EndsAt.AddDays(1);
        Assert.Equal("Asked 1 person about their training", await AskAsync());
        Now = UkClock.At(Given.Today.AddMonths(3), new(8, 15));
        Assert.Equal("Asked 1 person about their training", await AskAsync());
        Assert.Null(await AskAsync());
        Assert.Equal(
            [EvaluationMoment.Before, EvaluationMoment.After, EvaluationMoment.FollowUp],
            await Read(db => db.EvaluationRequests.OrderBy(r => r.AskedOn).Select(r => r.Moment).ToListAsync()));
        Assert.All(await Mails<EvaluationMail>(), m => Assert.DoesNotContain(Course.Title, m.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asks_nobody_who_did_not_come()
    {
        var booking = await Asks(run, "Ann Archer");
        Now = run.EndsAt.AddHours(1);
        await In((MarkRegister register) => register.RunAsync(Gives, run.Id, [booking.Id], BookingState.DidNotAttend, None));
        Now = run.EndsAt.AddDays(1);
        Assert.Null(await AskAsync());
    }

    [Fact]
    public async Task Takes_one_answer_for_each_link_and_none_for_a_forged_one()
    {
        var code = Assert.Single(await CodesAsync(people: 1));
        Assert.Equal("Choose a number for “Notices the signs”",
            await Refuses((AnswerEvaluation answer) => answer.RunAsync(code, new Dictionary<string, int?>(), null, None)));
        Assert.Equal("Choose a number from 1 to 5", await Refuses((AnswerEvaluation answer) => answer.RunAsync(code, Says(6), null, None)));
        await AnswerAsync(code, 4);
        Assert.Equal("This link no longer works", await Refuses((AnswerEvaluation answer) => answer.RunAsync(code, Says(4), null, None)));
        Assert.Equal("This link no longer works",
            await Refuses((AnswerEvaluation answer) => answer.RunAsync(new string('a', 48), Says(4), null, None)));
        Assert.Equal(1, await Read(db => db.EvaluationReplies.CountAsync()));
    }

    [Fact]
    public async Task Takes_none_of_someone_whom_the_register_says_was_not_there_after_all()
    {
        var code = Assert.Single(await CodesAsync(people: 1));
        var booking = await Read(db => db.Bookings.SingleAsync());
        await In((MarkRegister register) => register.RunAsync(Gives, run.Id, [booking.Id], BookingState.DidNotAttend, None));
        Assert.Null(await In((EvaluationForm form) => form.RunAsync(code, None)));
        Assert.Equal("This link no longer works", await Refuses((AnswerEvaluation answer) => answer.RunAsync(code, Says(4), null, None)));
        await AttendsAsync([booking]);
        await AnswerAsync(code, 4);
    }

    [Fact]
    public async Task Takes_none_after_six_weeks()
    {
        var code = Assert.Single(await CodesAsync(people: 1));
        Now = Now.AddDays(EvaluationRequest.OpenForDays + 1);
        Assert.Equal("This link no longer works", await Refuses((AnswerEvaluation answer) => answer.RunAsync(code, Says(4), null, None)));
    }

    [Fact]
    public async Task Shows_totals_of_five_and_nothing_of_four()
    {
        var codes = await CodesAsync(people: 6);
        foreach (var code in codes.Take(4)) await AnswerAsync(code, 4);
        var four = (await TotalsAsync(Gives))!;
        Assert.Empty(four.Lines);
        Assert.Equal((6, null), four.Moments.Where(m => m.Moment == EvaluationMoment.After).Select(m => (m.Asked, m.Replies)).Single());
        await AnswerAsync(codes[4], 1);
        var five = (await TotalsAsync(Gives))!;
        Assert.Equal(5, five.Moments.Single(m => m.Moment == EvaluationMoment.After).Replies);
        var line = Assert.Single(five.Lines);
        Assert.Equal(("L1.1", "Notices the signs", 3.4m), (line.Code, line.Statement, line.Confidence[EvaluationMoment.After]!.Value));
        Assert.Null(await TotalsAsync(Borough.OtherLead));
    }

    [Fact]
    public async Task Keeps_nothing_that_leads_from_an_answer_to_a_person()
    {
        var codes = await CodesAsync(people: 2);
        foreach (var code in codes) await AnswerAsync(code, 3);
        var told = await Read(db => db.AuditEntries.Where(e => e.What == "Took an answer about a course").ToListAsync());
        Assert.Equal(2, told.Count);
        Assert.All(told, entry => Assert.Null(entry.UserId));
        Assert.Empty(await Read(db => db.AuditChanges.Where(c => told.Select(t => t.Id).Contains(c.EntryId)).ToListAsync()));
    }

    [Fact]
    public async Task Counts_for_the_standard_who_answered_after_three_months_and_not_who_still_may()
    {
        var codes = await CodesAsync(people: 3, EvaluationMoment.FollowUp);
        await In((AnswerEvaluation answer) => answer.RunAsync(codes[0], Says(5), UseInPractice.Often, None));
        Assert.Equal("Choose how often you have used what you learned",
            await Refuses((AnswerEvaluation answer) => answer.RunAsync(codes[1], Says(5), null, None)));
        Assert.Equal((1, 1), await CountAsync());
        Now = Now.AddDays(EvaluationRequest.OpenForDays + 1);
        Assert.Equal((1, 3), await CountAsync());
    }

    private async Task<(int, int)> CountAsync()
    {
        var question = new Question(Borough.Partnership.Id, Borough.Framework, Database.Clock.Today);
        var measured = Assert.Single(await In((LearningEvaluated measure) => measure.RunAsync(question, None)));
        return (measured.Numerator, measured.Denominator);
    }

    private Task<string?> AskAsync() => In((AskForEvaluationsJob job) => job.RunAsync(None));

    private Task AnswerAsync(string code, int confidence) =>
        In((AnswerEvaluation answer) => answer.RunAsync(code, Says(confidence), null, None));

    private Task<EvaluationTotals.Details?> TotalsAsync(Viewer viewer) =>
        In((EvaluationTotals totals) => totals.RunAsync(viewer, Course.Id, None));

    private static Dictionary<string, int?> Says(int confidence) => new() { ["L1.1"] = confidence };

    private Task AttendsAsync(IReadOnlyList<Booking> bookings) => In((MarkRegister register) =>
        register.RunAsync(Gives, run.Id, [.. bookings.Select(b => b.Id)], BookingState.Attended, None));

    /// <summary>The codes in the messages to people who came.</summary>
    private async Task<IReadOnlyList<string>> CodesAsync(int people, EvaluationMoment moment = EvaluationMoment.After)
    {
        List<Booking> came = [];
        foreach (var number in Enumerable.Range(1, people)) came.Add(await Asks(run, $"Person Number{number}"));
        Now = run.EndsAt.AddHours(1);
        await AttendsAsync(came);
        Now = moment == EvaluationMoment.After ? run.EndsAt.AddDays(1) : UkClock.At(Given.Today.AddMonths(3), new(8, 15));
        await AskAsync();
        return [.. (await Mails<EvaluationMail>()).Select(m => Code().Match(m.Text).Groups[1].Value)];
    }

    [GeneratedRegex("code=([0-9a-f]{48})")]
    private static partial Regex Code();
}
