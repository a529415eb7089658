using System.Globalization;
using Portal.Features.Returns;
using Portal.Features.Returns.Reminders;

namespace Portal.Tests.Domain;

/// <summary>What people read is British English, whatever the language of the machine that writes it.</summary>
public sealed class SayingThings : IDisposable
{
    private static readonly DateOnly Day = new(2026, 12, 6);

    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Theory, InlineData("de-DE"), InlineData("tr-TR"), InlineData("ar-SA"), InlineData("")]
    public void Days_and_numbers_are_said_alike_under_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Assert.Equal("6 December 2026", Words.Day(Day));
        Assert.Equal("6 Sep 2026", Words.ShortDay(new(2026, 9, 6)));
        Assert.Equal("6 December", Words.DayAndMonth(Day));
        Assert.Equal("5pm on 5 November 2026", Words.Instant(new(2026, 11, 5, 17, 0, 0, DateTimeKind.Utc)));
        Assert.Equal("8:15pm on 6 July 2026", Words.Instant(new(2026, 7, 6, 19, 15, 0, DateTimeKind.Utc)));
        Assert.Equal("1,234 people", Words.Count(1_234, "person", "people"));
        Assert.Equal(["1 place", "0 places", "3 places"], new long[] { 1, 0, 3 }.Select(n => Words.Count(n, "place")));
        Assert.Equal("In progress", Words.Capital("in progress"));
    }

    [Theory, InlineData("de-DE"), InlineData("tr-TR"), InlineData("ar-SA")]
    public void A_frozen_edition_a_message_and_a_refusal_keep_to_it(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Assert.Equal("Its skill-gap assessment is due on 6 December 2026.",
            ReturnSentences.Standing(new("Cycle", Day, null, null, null, Timeliness.NotDue)));
        Assert.Equal("It reports that 1,500 of 2,500 staff do not hold the level their job needs.",
            ReturnSentences.Cost(new(Guid.Empty, "Homes", 2_500, 1_500, Money.Zero, Money.Zero, Money.Zero)));
        var mail = new ReturnDueMail(new(Id<AgencyReturn>.New(), "Homes", UkClock.At(Day, new(17, 0))),
            new(Id<User>.New(), "Tess", "tess@homes.example"), Days: 14);
        Assert.Equal("A return is due on 6 December", mail.Subject);
    }
}
