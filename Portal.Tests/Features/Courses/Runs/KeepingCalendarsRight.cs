using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Runs;
using Portal.Tests.Support;
using Portal.Tests.Support.Calendars;

namespace Portal.Tests.Features.Courses.Runs;

/// <summary>
/// What stands in the calendars of those who have a place, read from the messages by another library than the one that wrote it.
/// </summary>
public sealed class KeepingCalendarsRight : AtTheRunDesk
{
    [Fact]
    public async Task An_entry_keeps_its_name_while_its_number_rises_until_it_is_taken_out()
    {
        var run = await SaveAsync(Given.Run(Course, places: 1));
        await Asks(run, "Ann");
        await Asks(run, "Ben");
        await Change(run, e => e with { Sessions = [e.Sessions[0] with { Starts = new(10, 30) }] });
        await In((CancelRun cancel) => cancel.RunAsync(Gives, run.Id, "The trainer is ill.", None));

        var sent = await CalendarsOfAsync("ann@brambleford.example");
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], sent.Select(c => c.Method));
        var entries = sent.ConvertAll(c => Assert.Single(c.Events));
        Assert.Single(entries.Select(e => e.Uid).Distinct());
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], entries.Select(e => e.Status));
        Assert.True(entries[0].Sequence < entries[1].Sequence && entries[1].Sequence < entries[2].Sequence);
        Assert.Equal(
            ["16/12/2026 10:00", "16/12/2026 10:30", "16/12/2026 10:30"], entries.Select(e => Assert.Single(e.Hours).Starts));
        Assert.All(entries, e => Assert.Equal(("Training", "mailto:ann@brambleford.example"), (e.Title, Assert.Single(e.Attendees))));
        Assert.Empty(await CalendarsOfAsync("ben@brambleford.example"));
        Assert.Equal(3, await Read(db => db.Outbox.CountAsync(m => m.ToAddress == "ben@brambleford.example")));
    }

    /// <summary>The clocks go forward on 29 March and back on 25 October 2026, in the night after the first session.</summary>
    [Theory, InlineData("2026-03-28"), InlineData("2026-10-24")]
    public async Task Ten_in_the_morning_stays_ten_in_the_morning_over_a_change_of_the_clocks(string saturday)
    {
        var first = DateOnly.Parse(saturday, Words.British);
        Now = UkClock.At(first.AddDays(-60), new(9, 0));
        var run = await SaveAsync(Given.Run(Course,
            sessions: [new(first, new(10, 0), new(16, 0)), new(first.AddDays(1), new(10, 0), new(12, 30))]));
        await Asks(run, "Ann");
        await Change(run, e => e with { Sessions = [.. e.Sessions.Select(s => s with { Ends = s.Ends.AddMinutes(-15) })] });
        var sent = await CalendarsOfAsync("ann@brambleford.example");
        Assert.Equal(Wall(first, "16:00", "12:30"), Assert.Single(sent[0].Events).Hours);
        Assert.Equal(Wall(first, "15:45", "12:15"), Assert.Single(sent[1].Events).Hours);
    }

    private static IEnumerable<ReadCalendar.Hours> Wall(DateOnly first, params string[] ends) => ends.Select((end, i) =>
        new ReadCalendar.Hours($"{first.AddDays(i):dd/MM/yyyy} 10:00", $"{first.AddDays(i):dd/MM/yyyy} {end}"));

    private async Task<List<ReadCalendar>> CalendarsOfAsync(string address)
    {
        List<ReadCalendar> read = [];
        foreach (var text in await Read(db => db.Outbox.Where(m => m.ToAddress == address && m.Calendar != null).OrderBy(m => m.Id)
            .Select(m => m.Calendar!).ToListAsync()))
            read.Add(await ReadCalendar.OfAsync(text));
        return read;
    }
}
