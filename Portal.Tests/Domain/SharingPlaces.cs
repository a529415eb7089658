using FsCheck;
using FsCheck.Fluent;
using Portal.Tests.Support;

namespace Portal.Tests.Domain;

/// <summary>Whatever many people of several agencies do with the places of one run, in whatever order and at whatever time.</summary>
public sealed class SharingPlaces
{
    private const int People = 12, Agencies = 3;
    private static readonly BookingState[] Marks = [.. Enum.GetValues<BookingState>().Where(s => s.IsMark())];

    private enum Deed
    {
        Ask, AskAgreed, Cancel, Accept, TurnDown, Agree, Decline, PassOn, WalkIn, Mark, TakeMarkBack, More, Fewer, CloseSooner, CannotCome,
        Time,
    }

    /// <param name="Who">A person, or how much, as the deed needs it.</param>
    private sealed record Act(Deed Deed, int Who, int Other);

    /// <param name="Kept">Places kept for the first agencies, until three days before the run.</param>
    private sealed record Story(int Places, int[] Kept, bool ManagerApproves, Act[] Acts);

    private static readonly Gen<Act> AnyAct =
        from deed in Gen.Frequency(
            (8, Gen.Constant(Deed.Ask)), (6, Gen.Elements(Deed.Cancel, Deed.Accept, Deed.Agree, Deed.Time)),
            (3, Gen.Elements(Enum.GetValues<Deed>())))
        from who in Gen.Choose(0, People - 1)
        from other in Gen.Choose(0, People - 1)
        select new Act(deed, who, other);

    private static readonly Gen<Story> AnyStory =
        from places in Gen.Choose(1, 5)
        from first in Gen.Choose(0, places)
        from second in Gen.Choose(0, places - first)
        from approves in Gen.Elements(false, true)
        from acts in AnyAct.ArrayOf(60)
        select new Story(places, [first, second], approves, acts);

    [Fact]
    public void Keeps_to_the_rules_after_every_act() =>
        Prop.ForAll(AnyStory.ToArbitrary(), story => new Telling(story).Run()).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private sealed class Telling
    {
        private static readonly Id<Partnership> Partnership = Id<Partnership>.New();
        private readonly Id<Agency>[] agencies = [.. Enumerable.Range(0, Agencies).Select(_ => Id<Agency>.New())];
        private readonly Id<StaffMember>[] people = [.. Enumerable.Range(0, People).Select(_ => Id<StaffMember>.New())];
        private readonly Viewer system = Viewer.System(Partnership);
        private readonly HashSet<Id<StaffMember>> cannotCome = [];
        private readonly Story story;
        private readonly CourseRun run;
        private List<Booking> bookings = [];
        private DateTime now = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);

        public Telling(Story story)
        {
            this.story = story;
            run = new() { PartnershipId = Partnership, CourseId = Id<Course>.New() };
            Plan(story.Places, now.AddDays(9));
            run.Keep(story.Kept.Index().ToDictionary(k => agencies[k.Index], k => k.Item));
            run.Publish(system, now);
        }

        public void Run()
        {
            foreach (var act in story.Acts)
            {
                if (act.Deed == Deed.Time) now = now.AddHours(1 + act.Who * act.Other);
                var (before, held) = (bookings.ToDictionary(b => b.Id, b => b.State), new RunPlaces(run, bookings, now));
                held.PassOver(cannotCome);
                held.LapseUnanswered(system);
                held.OfferFree(system);
                try
                {
                    Do(act, held);
                }
                catch (Refused)
                {
                    // A rule of the domain: nothing may have come of it.
                }
                held.LapseUnanswered(system);
                held.OfferFree(system);
                bookings = [.. held.Bookings];
                Check(held, before);
            }
        }

        private void Do(Act act, RunPlaces places)
        {
            var (person, agency) = (people[act.Who], agencies[act.Who % Agencies]);
            Booking Own() => bookings.FindLast(b => b.StaffId == person) ?? throw new Refused("Nobody");
            switch (act.Deed)
            {
                case Deed.Ask or Deed.AskAgreed: places.Ask(system, person, agency, Money.Zero, act.Deed == Deed.AskAgreed); break;
                case Deed.Cancel: Own().Cancel(run, system, now); break;
                case Deed.Accept: Own().Accept(run, system, now); break;
                case Deed.TurnDown: Own().TurnDown(system, now); break;
                case Deed.Agree: Own().Agree(system, now); break;
                case Deed.Decline: Own().Decline(system, now); break;
                case Deed.PassOn: places.PassOn(system, Own(), people[act.Other]); break;
                case Deed.WalkIn: places.WalkIn(system, person, agency, Money.Zero); break;
                case Deed.More: Plan(run.MaxPlaces + 1 + act.Other % 3, run.ClosesAt); break;
                case Deed.Fewer: Plan(Math.Max(1, run.MaxPlaces - 1), run.ClosesAt, places.Taken); break;
                case Deed.CloseSooner: Plan(run.MaxPlaces, run.ClosesAt.AddHours(-act.Other)); break;
                case Deed.CannotCome: cannotCome.Add(person); break;
                case Deed.Mark: Own().Mark(Marks[act.Other % Marks.Length], run, system, now); break;
                case Deed.TakeMarkBack: Own().TakeMarkBack(system, now); break;
                case Deed.Time: break;
            }
        }

        private void Plan(int places, DateTime closes, int taken = 0) => run.Plan(system,
            new(null, 1, places, new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), closes, 2, Money.Zero, Money.Zero, story.ManagerApproves,
                new(2026, 11, 23), null),
            [new(new(2026, 11, 26), new(9, 0), new(16, 0))], null, taken, now);

        private void Check(RunPlaces places, Dictionary<Id<Booking>, BookingState> before)
        {
            Assert.InRange(places.Taken, 0, run.MaxPlaces);
            Assert.Equal(Enumerable.Range(1, bookings.Count), bookings.Select(b => b.Number).Order());
            Assert.All(bookings.Where(b => b.State.IsLive() || b.State.IsMark()).GroupBy(b => b.StaffId), own => Assert.Single(own));
            var asked = bookings.Where(b => b.State is BookingState.Offered or BookingState.AwaitingManager).ToList();
            Assert.All(asked, b => Assert.True(b.AnswerBy > now && now < run.ClosesAt && now < run.StartsAt));
            Assert.All(bookings.Except(asked), b => Assert.Null(b.AnswerBy));
            Assert.Empty(places.Next);
            Assert.All(bookings.Where(b => b.State.IsMark()), _ => Assert.True(now >= run.StartsAt));
            CheckTurns(before);
        }

        /// <summary>
        /// Nobody came by a place past someone who asked earlier and could have had it: one of the same agency, or anyone where none is
        /// kept. Whoever takes a colleague’s place over, or walks in, takes none that is free.
        /// </summary>
        private void CheckTurns(Dictionary<Id<Booking>, BookingState> before)
        {
            var areKept = UkClock.DayOf(now) < run.ReleaseOn;
            var gained = bookings.Where(b => b.State.HoldsPlace() && b.TakesOverFrom is null && now < run.StartsAt
                && (!before.TryGetValue(b.Id, out var was) || was == BookingState.Waiting));
            Assert.All(gained, winner => Assert.DoesNotContain(bookings, other => other.State == BookingState.Waiting
                && other.Number < winner.Number && !cannotCome.Contains(other.StaffId)
                && (!areKept || other.AgencyId == winner.AgencyId)));
        }
    }
}
