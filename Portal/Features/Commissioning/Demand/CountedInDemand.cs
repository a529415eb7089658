using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand;

/// <summary>Who is counted in a figure of the demand for training: how many at each agency, and of one who they are.</summary>
public sealed class CountedInDemand(PortalDb db, TrainingDemand demand, PeopleToTrain people, PlacesBooked places, UkClock clock)
{
    public enum Figure { Below, Started, Left, Booked }

    /// <param name="Month">At the end of which month, or up to it: 0 is today, 1 the month in hand.</param>
    public sealed record Question(Figure Figure, int Level, int Month, DemandFigures.Part Part);

    public sealed record Line(Id<Agency> Id, string Name, int Count);
    public sealed record Person(Id<StaffMember> Id, string Name);

    /// <param name="Agencies">With anybody who is counted, most first.</param>
    /// <param name="People">Of one agency; null where several are asked for, or the viewer reads no names.</param>
    public sealed record Found(
        Level Level, DateOnly Until, int Count, IReadOnlyList<Line> Agencies, string? Agency, Page<Person>? People);

    public async Task<Found?> RunAsync(Viewer viewer, Question asked, int page, CancellationToken cancel)
    {
        if (await demand.RunAsync(viewer, cancel) is not { } figures
            || figures.Levels.FirstOrDefault(l => l.Number == asked.Level) is not { } level) return null;
        var month = Math.Clamp(asked.Month, 0, DemandAssumptions.MostMonths);
        var cells = figures.At(level.Number, asked.Part).ToDictionary(c => c.Agency);
        var lines = figures.Within(asked.Part).Where(a => cells.ContainsKey(a.Id))
            .Select(a => new Line(a.Id, a.Name, Count(cells[a.Id], asked.Figure, month))).Where(l => l.Count > 0)
            .OrderByDescending(l => l.Count).ToList();
        return new(
            level, month == 0 ? figures.AsAt : DemandForecast.EndOf(figures.AsAt, month), lines.Sum(l => l.Count), lines,
            figures.Agencies.FirstOrDefault(a => a.Id == asked.Part.Agency)?.Name,
            asked.Part.Agency is { } one && viewer.Reach(Permission.ReadStaff) == Reach.Partnership
                ? await PeopleAsync(viewer, asked with { Month = month }, one, page, cancel) : null);
    }

    private static int Count(DemandCount.Cell cell, Figure figure, int month) => figure switch
    {
        Figure.Below => cell.Below[month],
        Figure.Started => cell.Started,
        Figure.Left => cell.Left,
        Figure.Booked => cell.Booked[month],
    };

    private async Task<Page<Person>> PeopleAsync(
        Viewer viewer, Question asked, Id<Agency> agency, int page, CancellationToken cancel)
    {
        var (today, level) = (clock.Today, asked.Level);
        var framework = (await db.RuleInForceAsync(viewer.PartnershipId, today, cancel))!;
        var booked = new PlacesAhead(framework, asked.Figure != Figure.Booked ? []
            : (await places.RunAsync(viewer, framework, null, cancel)).Select(p => p.From(today)));
        var everyone = await people.RunAsync(viewer, framework, today.AddYears(-1), agency, null, cancel);
        var counted = everyone.Where(p => DemandCount.Of(framework, [p.AsKnownOn(today)], today, booked)
            .Any(cell => cell.Level == level && Count(cell, asked.Figure, asked.Month) > 0)).Select(p => p.Staff).ToList();
        return await db.Staff.OfPartnership(viewer).Where(s => counted.Contains(s.Id)).OrderBy(s => NameSearch.Folded(s.Name))
            .ThenBy(s => s.Id).Select(s => new Person(s.Id, s.Name)).ToPageAsync(page, cancel);
    }
}
