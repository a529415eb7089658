using Portal.Mail;

namespace Portal.Features.Courses.Places;

/// <summary>
/// A message about one change of a booking. Its subject says neither what the training is about nor who asked; its key is the booking, how
/// often it had changed before, and what was said.
/// </summary>
public abstract record BookingMail(BookingMail.Of About, string ToName, string ToAddress) : Notice(ToName, ToAddress)
{
    /// <param name="Version">Of the booking before the change.</param>
    /// <param name="When">The hours of each session.</param>
    public sealed record Of(Id<Booking> Id, int Version, string Course, IReadOnlyList<string> When, string Where);

    public sealed override string Key => $"booking/{About.Id}/{About.Version}/{Occasion}/{ToAddress.ToLowerInvariant()}";
    /// <summary>One agency's lead may have freed the place that is offered at another.</summary>
    public sealed override bool RepliesToWhoDidIt => false;
    protected abstract string Occasion { get; }
    protected string Hours => About.When.Listed();
    protected string Takes => $"It takes place on {Hours}. Where: {About.Where}.";
    protected static string How(string? joining) => joining is null ? "" : " How to join:";
    protected override (string, string)? Link => ("See your booking", $"/Courses/Places/{About.Id}");
}

/// <param name="Terms">Until when cancelling is free, and what it costs later.</param>
/// <param name="Joining">How to join or get in.</param>
public sealed record BookedMail(
    BookingMail.Of About, string Terms, string? Joining, string? Entry, string ToName, string ToAddress)
    : BookingMail(About, ToName, ToAddress)
{
    protected override string Occasion => "booked";
    public override string Subject => "A place is booked for you";
    public override string? Calendar => Entry;
    protected override IReadOnlyList<string> Sentences => [$"You have a place on “{About.Course}”. {Takes}{How(Joining)}", Terms];
    protected override string? Quote => Joining;
}

public sealed record WaitingMail(BookingMail.Of About, int Position, string ToName, string ToAddress)
    : BookingMail(About, ToName, ToAddress)
{
    protected override string Occasion => "waiting";
    public override string Subject => "You are on a waiting list";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"You are {Words.Ordinal(Position)} on the waiting list for “{About.Course}”.", Takes,
        "When a place is free, the first who can come is offered it, and has some time to answer. You can leave the list whenever you "
            + "like.",
    ];
}

/// <summary>The link takes the place or turns it down, without an account.</summary>
public sealed record PlaceOfferedMail(BookingMail.Of About, DateTime Until, string Code, string ToName, string ToAddress)
    : BookingMail(About, ToName, ToAddress)
{
    protected override string Occasion => "offered";
    public override string Subject => $"A place is free for you until {Words.Instant(Until)}";
    public override bool IsPrivate => true;
    protected override IReadOnlyList<string> Sentences =>
    [
        $"A place on “{About.Course}” has become free, and it is yours if you want it.", Takes,
        $"Please answer by {Words.Instant(Until)}. After that it is offered to the next person.",
    ];
    protected override (string, string)? Link => ("Take it or turn it down", $"/Courses/Offer?code={Code}");
}

public sealed record OfferLapsedMail(BookingMail.Of About, string ToName, string ToAddress) : BookingMail(About, ToName, ToAddress)
{
    protected override string Occasion => "lapsed";
    public override string Subject => "An offer has ended";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"The place on “{About.Course}” that was offered to you has gone to the next person, because the time to answer is over.",
        "If you would still like to come, you can join the waiting list again or choose another date.",
    ];
}

/// <param name="Entry">Takes the hours out of the calendar; null when they were never in it.</param>
public sealed record BookingCancelledMail(
    BookingMail.Of About, bool WasPassedOn, bool WasWaiting, Money Charge, string? Entry, string ToName, string ToAddress)
    : BookingMail(About, ToName, ToAddress)
{
    protected override string Occasion => "cancelled";
    public override string Subject => WasWaiting ? "You have left a waiting list" : "A booking of yours has ended";
    public override string? Calendar => Entry;
    protected override IReadOnlyList<string> Sentences =>
    [
        WasPassedOn ? $"A colleague goes to “{About.Course}” in your place." : WasWaiting
            ? $"You are no longer on the waiting list for “{About.Course}”." : $"Your place on “{About.Course}” has been cancelled.",
        $"It was for {Hours}.",
        .. Charge > Money.Zero ? new[] { $"Cancelling was free until earlier, so your agency is charged {Charge}." } : [],
    ];
}

/// <summary>To the person: somebody has to agree first, and the place is kept meanwhile.</summary>
public sealed record ManagerAskedMail(BookingMail.Of About, DateTime Until, string ToName, string ToAddress)
    : BookingMail(About, ToName, ToAddress)
{
    protected override string Occasion => "manager-asked";
    public override string Subject => "A place is kept for you";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"A place on “{About.Course}” is kept for you while your line manager is asked.", Takes,
        $"They have until {Words.Instant(Until)} to agree. We tell you as soon as they have answered.",
    ];
}

/// <summary>To the line manager, or the training leads when there is none: the link answers without an account.</summary>
public sealed record PlaceToAgreeMail(
    BookingMail.Of About, string Person, DateTime Until, Money Price, string Code, string ToName, string ToAddress)
    : BookingMail(About, ToName, ToAddress)
{
    protected override string Occasion => "to-agree";
    public override string Subject => "A question about someone in your team";
    public override bool IsPrivate => true;
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Person} would like to take “{About.Course}”, and a place is kept.", Takes,
        $"{(Price > Money.Zero ? $"It costs your agency {Price}. " : "")}Please say by {Words.Instant(Until)} whether you agree. Looking "
            + "changes nothing, and nobody is asked why.",
    ];
    protected override (string, string)? Link => ("Read and answer", $"/Courses/Approve?code={Code}");
}

/// <param name="IsAnswered">Whether the line manager said so; false when nobody did in time.</param>
public sealed record NotAgreedMail(BookingMail.Of About, bool IsAnswered, string ToName, string ToAddress)
    : BookingMail(About, ToName, ToAddress)
{
    protected override string Occasion => "not-agreed";
    public override string Subject => "A place is no longer kept for you";
    protected override IReadOnlyList<string> Sentences =>
    [
        IsAnswered ? $"Your line manager has not agreed to “{About.Course}” this time."
            : $"Nobody has answered in time whether you can take “{About.Course}”, so the place has been given back.",
        "There may be another date, or another way to take this training, such as live online or one to one. Your agency’s training lead "
            + "can tell you.",
    ];
}

/// <summary>Before the day, to those who are booked.</summary>
/// <param name="Days">So many days before the first session, or fewer.</param>
public sealed record BookingReminderMail(
    BookingMail.Of About, DateOnly FirstDay, int Days, string Terms, string? Joining, string ToName, string ToAddress)
    : BookingMail(About with { Version = 0 }, ToName, ToAddress)
{
    protected override string Occasion => $"reminder/{FirstDay:O}/{Days}";
    public override string Subject => $"Your booking on {Words.DayAndMonth(FirstDay)}";
    protected override IReadOnlyList<string> Sentences => [$"You have a place on “{About.Course}”. {Takes}{How(Joining)}", Terms];
    protected override string? Quote => Joining;
}

/// <summary>To the training leads of an agency: someone who has left had a place, which others may now have.</summary>
public sealed record LeaverPlaceMail(BookingMail.Of About, string Person, Money Charge, string ToName, string ToAddress)
    : BookingMail(About, ToName, ToAddress)
{
    protected override string Occasion => "leaver";
    public override string Subject => "A booking of someone who has left";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Person} is on your staff list no more, so the booking for “{About.Course}” has been cancelled.",
        $"It was for {Hours}.",
        Charge > Money.Zero ? $"Cancelling was free until earlier, so your agency is charged {Charge}." : "It costs nothing.",
    ];
    protected override (string, string)? Link => ("See all courses", "/Courses");
}
