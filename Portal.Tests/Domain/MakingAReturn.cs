namespace Portal.Tests.Domain;

public class MakingAReturn
{
    private static readonly DateTime Due = new(2026, 11, 20, 17, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Before = Due.AddDays(-2);
    private static readonly Id<Partnership> Partnership = Id<Partnership>.New();
    private static readonly Viewer Lead = Someone("Lead", Role.TrainingLead);
    private static readonly Viewer Executive = Someone("Executive", Role.ExecutiveLead);
    private static readonly Viewer Commissioner = Someone("Commissioner", Role.Commissioner);
    private static readonly GapCounts Counts = new(4, 3, 2, 1);

    [Fact]
    public void Goes_from_the_lead_to_the_executive_to_the_commissioner()
    {
        var made = Draft();
        made.Send(Lead, Counts, Before);
        Assert.Equal((ReturnState.AwaitingSignature, Counts, Timeliness.OnTime), (made.State, made.Sent, made.At(Due.AddDays(9))));
        made.Sign(Executive, Before);
        made.Accept(Commissioner, null, Due);
        Assert.Equal((ReturnState.Accepted, "Executive"), (made.State, made.SignedByName));
        Assert.Equal([ReturnStep.Sent, ReturnStep.Signed, ReturnStep.Accepted], made.Events.Select(e => e.Step));
    }

    [Fact]
    public void Is_not_signed_by_the_person_who_sent_it()
    {
        var made = Draft();
        made.Send(Lead, Counts, Before);
        Assert.Equal("Someone else must sign a return that you sent", Assert.Throws<Refused>(() => made.Sign(Lead, Before)).Message);
        Assert.Equal(ReturnState.AwaitingSignature, made.State);
    }

    [Fact]
    public void Comes_back_with_a_note_and_counts_from_the_next_sending()
    {
        var made = Draft();
        made.Send(Lead, Counts, Before);
        Assert.Equal("Enter what should be changed", Assert.Throws<Refused>(() => made.SendBack(Executive, " ", Before)).Message);
        made.SendBack(Executive, "Name the owners", Before);
        Assert.Equal((ReturnState.Draft, "Name the owners", null), (made.State, made.ChangeNote, made.SentAt));
        made.Send(Lead, Counts, Due.AddHours(1));
        Assert.Equal((Timeliness.Late, null), (made.At(Due.AddDays(1)), made.ChangeNote));
    }

    [Fact]
    public void Keeps_its_first_day_when_the_commissioner_asks_for_changes()
    {
        var made = Signed();
        Assert.Throws<Refused>(() => made.RequestChanges(Commissioner, null, Before));
        made.RequestChanges(Commissioner, "Say how release is paid for", Before);
        Assert.True(made.MayBeWritten);
        made.Send(Lead, Counts, Due.AddDays(3));
        made.Sign(Executive, Due.AddDays(3));
        Assert.Equal((ReturnState.Submitted, Timeliness.OnTime), (made.State, made.At(Due.AddDays(4))));
    }

    [Fact]
    public void Is_frozen_once_accepted_and_reopens_as_a_new_version()
    {
        var made = Signed();
        made.Accept(Commissioner, null, Due);
        Assert.Equal(
            "This return is accepted, so it cannot be changed now", Assert.Throws<Refused>(() => made.Send(Lead, Counts, Due)).Message);
        Assert.Equal("Enter why it is reopened", Assert.Throws<Refused>(() => made.Reopen(Commissioner, "", Due)).Message);
        var next = made.Reopen(Commissioner, "A team moved", Due);
        Assert.Equal(
            (ReturnState.Accepted, ReturnState.Reopened, 2, "A team moved"), (made.State, next.State, next.Number, next.ChangeNote));
        Assert.Equal(Timeliness.NotDue, next.At(Due.AddDays(30)));
    }

    [Theory, InlineData(ReturnState.Draft), InlineData(ReturnState.AwaitingSignature), InlineData(ReturnState.Submitted),
        InlineData(ReturnState.ChangesRequested), InlineData(ReturnState.Accepted)]
    public void Refuses_every_step_that_is_not_its_own(ReturnState state)
    {
        (ReturnState Needs, Action<AgencyReturn> Step)[] steps =
        [
            (ReturnState.AwaitingSignature, a => a.Sign(Executive, Before)),
            (ReturnState.AwaitingSignature, a => a.SendBack(Executive, "Why", Before)),
            (ReturnState.Submitted, a => a.Accept(Commissioner, null, Before)),
            (ReturnState.Submitted, a => a.RequestChanges(Commissioner, "Why", Before)),
            (ReturnState.Accepted, a => a.Reopen(Commissioner, "Why", Before)),
        ];
        foreach (var (_, step) in steps.Where(s => s.Needs != state))
            Assert.StartsWith($"This return is {state.Words()}", Assert.Throws<Refused>(() => step(In(state))).Message);
        if (!In(state).MayBeWritten)
            Assert.StartsWith("This return is", Assert.Throws<Refused>(() => In(state).Send(Lead, Counts, Before)).Message);
    }

    [Fact]
    public void Gets_more_time_for_a_reason_and_only_while_it_is_not_sent()
    {
        var made = Draft();
        Assert.Throws<Refused>(() => made.Extend(Commissioner, Due.AddDays(7), null, Before));
        Assert.Throws<Refused>(() => made.Extend(Commissioner, Due, "Moving systems", Before));
        Assert.Throws<Refused>(() => made.Extend(Commissioner, Due.AddDays(93), "Moving systems", Before));
        made.Extend(Commissioner, Due.AddDays(7), "Moving systems", Before);
        Assert.Equal((Timeliness.NotDue, Timeliness.NotReturned), (made.At(Due.AddDays(6)), made.At(Due.AddDays(8))));
        made.Send(Lead, Counts, Due.AddDays(6));
        Assert.Equal(Timeliness.OnTime, made.At(Due.AddDays(8)));
        Assert.Throws<Refused>(() => made.Extend(Commissioner, Due.AddDays(20), "Again", Before));
    }

    [Theory, InlineData("2027-03-28", "2027-03-28T16:00:00Z"), InlineData("2026-10-25", "2026-10-25T17:00:00Z")]
    public void Due_at_5pm_on_the_day_the_clocks_change_it_is_late_a_second_after_5pm_in_London(string day, string instant)
    {
        var due = UkClock.At(DateOnly.ParseExact(day, "yyyy-MM-dd"), new(17, 0));
        Assert.Equal(DateTimeOffset.Parse(instant).UtcDateTime, due);
        foreach (var (seconds, timeliness) in new[] { (0, Timeliness.OnTime), (1, Timeliness.Late) })
        {
            var made = Draft(due);
            made.Send(Lead, Counts, due.AddSeconds(seconds));
            Assert.Equal(timeliness, made.At(due.AddDays(1)));
        }
        // The longest extension ends at the same hour, on whichever side of the change.
        Draft(due).Extend(Commissioner, UkClock.At(UkClock.DayOf(due).AddDays(92), new(17, 0)), "Moving systems", Before);
        Assert.Throws<Refused>(() => Draft(due)
            .Extend(Commissioner, UkClock.At(UkClock.DayOf(due).AddDays(93), new(17, 0)), "Moving systems", Before));
    }

    [Fact]
    public void The_agencys_own_figure_needs_a_reason_and_sense()
    {
        var line = new GapLine
        {
            ReturnId = Id<AgencyReturn>.New(), JobRoleId = null, LevelNumber = 2, Headcount = 10, Holding = 6, Expiring = 1
        };
        Assert.Equal(
            "No more than 8 can hold the level, because there are 8 people",
            Assert.Throws<Refused>(() => line.State(8, 9, "Why", Lead, Before)).Message);
        Assert.Throws<Refused>(() => line.State(8, 7, null, Lead, Before));
        Assert.Throws<Refused>(() => line.State(-1, 0, "Why", Lead, Before));
        Assert.Throws<Refused>(() => line.State(null, 0, "Why", Lead, Before));
        Assert.False(line.IsAnswered);
        line.State(8, 7, "Two left last week", Lead, Before);
        Assert.Equal((4, 1, true), (line.Gap, line.StatedGap, line.IsAnswered));
        line.Recount(9, 6, 1);
        Assert.Equal((false, 8), (line.IsAnswered, line.StatedHeadcount));
        line.Confirm(Lead, Before);
        Assert.Equal((true, null), (line.IsAnswered, line.StatedHeadcount));
    }

    [Fact]
    public void What_is_carried_forward_is_not_an_answer_until_someone_saves_it()
    {
        var before = new ReturnAnswer { ReturnId = Id<AgencyReturn>.New(), QuestionId = Id<CycleQuestion>.New() };
        before.Answer(QuestionKind.Scored, 2, null, "A policy", Lead, Before);
        var now = before.CarryTo(Id<AgencyReturn>.New(), Id<CycleQuestion>.New());
        Assert.True(now is { IsAnswered: false, IsCarriedForward: true, Score: 2 });
        Assert.Throws<Refused>(() => now.Answer(QuestionKind.Scored, 4, null, null, Lead, Before));
        now.Answer(QuestionKind.Scored, 3, null, null, Lead, Before);
        Assert.True(now is { IsAnswered: true, IsCarriedForward: false });
    }

    private static AgencyReturn In(ReturnState state)
    {
        if (state == ReturnState.Draft) return Draft();
        var made = state == ReturnState.AwaitingSignature ? Draft() : Signed();
        if (state == ReturnState.AwaitingSignature) made.Send(Lead, Counts, Before);
        if (state == ReturnState.ChangesRequested) made.RequestChanges(Commissioner, "Why", Before);
        if (state == ReturnState.Accepted) made.Accept(Commissioner, null, Before);
        return made;
    }

    private static AgencyReturn Signed()
    {
        var made = Draft();
        made.Send(Lead, Counts, Before);
        made.Sign(Executive, Before);
        return made;
    }

    private static AgencyReturn Draft(DateTime? due = null) =>
        new() { PartnershipId = Partnership, CycleId = Id<Cycle>.New(), AgencyId = Id<Agency>.New(), Number = 1, DueAt = due ?? Due };

    private static Viewer Someone(string name, Role role) => new(Id<User>.New(), name, Partnership, role);
}
