using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>
/// Invents who booked a place on a date and what came of it, by the verbs of a booking: most came, some cancelled, in time or late, some
/// sent a colleague, and some did not come.
/// </summary>
internal sealed class CourseBookings(Dice dice, Learners learners, Id<Partnership> partnershipId, DateTime now)
{
    private const int LackTheLevel = 35;

    private readonly DateTime now = now;
    private readonly Viewer system = Viewer.System(partnershipId);

    /// <summary>A date that is over, with its register.</summary>
    /// <param name="trainer">Who marked who came.</param>
    public List<Booking> Past(OfferSeed offer, Course course, CourseRun run, Viewer trainer)
    {
        var list = new OfRun(this, course, run);
        var places = Math.Max(run.MinPlaces, run.MaxPlaces * dice.Between(88, 100) / 100);
        var passedOn = new List<(Booking, Learners.Learner)>();
        foreach (var learner in learners.Sent(offer, run))
            list.Book(learner, run.OpensAt).Mark(BookingState.Attended, run, trainer, run.EndsAt.AddHours(1));
        for (int n = 0, held = list.Rows.Count; held < places && n < 2 * places; n++)
        {
            var fate = dice.Between(1, 100);
            var mark = fate switch
            {
                <= 78 => BookingState.Attended,
                <= 80 => BookingState.PartAttended,
                <= 86 => BookingState.DidNotAttend,
                _ => BookingState.Excused,
            };
            var asked = run.OpensAt + (run.ClosesAt - run.OpensAt) * (n / (2.0 * places));
            if (learners.Draw(dice, offer, run, only: l => fate > 80 || l.Holds) is not { } learner) continue;
            if (learner.IsExemplary && fate is > 80 and <= 86 or > 95) fate = 90;
            var booking = list.Book(learner, asked);
            if (fate is > 88 and <= 95) booking.Cancel(run, learner.Books, asked + (run.LateFrom - asked) * 0.7);
            else if (fate is > 95 and <= 98) booking.Cancel(run, learner.Books, run.LateFrom + (run.StartsAt - run.LateFrom) * 0.5);
            else if (fate > 98) passedOn.Add((booking, learner));
            else booking.Mark(mark, run, trainer, run.EndsAt.AddHours(1));
            if (booking.State.HoldsPlace()) held++;
        }
        foreach (var (booking, learner) in passedOn)
            if (learners.Draw(dice, offer, run, only: l => l.Holds && l.Books == learner.Books) is { } colleague)
                list.PassOn(booking, colleague, run.StartsAt.AddHours(-20))
                    .Mark(BookingState.Attended, run, trainer, run.EndsAt.AddHours(1));
            else booking.Mark(BookingState.DidNotAttend, run, trainer, run.EndsAt.AddHours(1));
        return list.Rows;
    }

    /// <summary>A date that is still to come, or has begun.</summary>
    /// <param name="first">Who is first in the queue where the story has one; null for whoever chance brings.</param>
    public List<Booking> Ahead(OfferSeed offer, Course course, CourseRun run, DateStory story, Learners.Learner? first)
    {
        var list = new OfRun(this, course, run);
        var until = run.ClosesAt < now ? run.ClosesAt : now.AddHours(-6);
        if (until <= run.OpensAt) return list.Rows;
        var places = story switch
        {
            DateStory.Full => run.MaxPlaces,
            DateStory.TooFew => run.MinPlaces / 3,
            DateStory.UnderWay => run.MinPlaces + 2,
            _ => run.MaxPlaces * dice.Between(30, 70) / 100,
        };
        for (var n = 0; n < places; n++)
            if (Learner() is { } learner) list.Book(learner, run.OpensAt + (until - run.OpensAt) * ((n + 1.0) / (places + 1)));
        if (story != DateStory.Full || list.Rows.Count < run.MaxPlaces) return list.Rows;
        if (first is not null) learners.Remember(run, first.Post.StaffId);
        for (var n = 0; n < 5; n++)
            if ((n == 0 ? first ?? Learner() : Learner()) is { } learner) list.Queue(learner, now.AddHours(-5.5 + n * 0.5));
        // Someone has just cancelled, and the first in the queue is asked.
        list.Rows[0].Cancel(run, list.Asked[0], now.AddHours(-2));
        list.Rows.Find(b => b.State == BookingState.Waiting)?.Offer(now.AddHours(22), system, now.AddHours(-2));
        return list.Rows;

        Learners.Learner? Learner() =>
            learners.Draw(dice, offer, run, lacking: story == DateStory.UnderWay || dice.Chance(LackTheLevel), l => l != first)
            ?? learners.Draw(dice, offer, run, only: l => l != first);
    }

    /// <summary>Someone has asked, and their line manager is still to agree.</summary>
    public Booking AwaitingManager(Course course, CourseRun run, Learners.Learner learner, int number)
    {
        var booking = New(course, run, learner, number, null);
        booking.WaitForManager(run, BookingStep.AskedManager, learner.Books, now.AddHours(-5));
        return booking;
    }

    private Booking New(Course course, CourseRun run, Learners.Learner learner, int number, Id<Booking>? from) => new()
    {
        Id = dice.Id<Booking>(), PartnershipId = partnershipId, RunId = run.Id, StaffId = learner.Post.StaffId,
        AgencyId = learner.Post.AgencyId, Number = number, MadeBy = learner.Books.UserId, Price = course.PriceFor(learner.Agency.Type),
        TakesOverFrom = from,
    };

    /// <summary>The bookings of one date, in the order in which they were asked for.</summary>
    private sealed class OfRun(CourseBookings all, Course course, CourseRun run)
    {
        public List<Booking> Rows { get; } = [];

        /// <summary>Who asked for each.</summary>
        public List<Viewer> Asked { get; } = [];

        public Booking Book(Learners.Learner learner, DateTime at)
        {
            var booking = Add(learner, null);
            if (run.ManagerApproves && at.AddHours(8) < run.ClosesAt && at.AddHours(5) < all.now)
            {
                booking.WaitForManager(run, BookingStep.AskedManager, learner.Books, at);
                booking.Agree(learner.Books, at.AddHours(5));
            }
            else booking.Book(learner.Books, at, managerAgreed: true);
            return booking;
        }

        public void Queue(Learners.Learner learner, DateTime at) => Add(learner, null).Queue(learner.Books, at, managerAgreed: true);

        public Booking PassOn(Booking from, Learners.Learner to, DateTime at)
        {
            from.PassOn(run, to.Books, at);
            var booking = Add(to, from.Id);
            booking.Book(to.Books, at, managerAgreed: true);
            return booking;
        }

        private Booking Add(Learners.Learner learner, Id<Booking>? from)
        {
            Asked.Add(learner.Books);
            Rows.Add(all.New(course, run, learner, Rows.Count + 1, from));
            return Rows[^1];
        }
    }
}
