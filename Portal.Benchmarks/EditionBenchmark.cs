using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports;
using Portal.Features.Reports.Figures;

namespace Portal.Benchmarks;

/// <summary>
/// Building one edition of the noncompliance report, against reading the same rows by plain SQL and writing them as JSON.
/// </summary>
internal static class EditionBenchmark
{
    public static async Task RunAsync(Options options)
    {
        await using var boroughs = await MadeUp.ProfileAsync(options);
        var (viewer, meeting, cutOff) = await MeetingAsync(boroughs);
        await boroughs.ForgetAsync();
        await boroughs.EvaluateAsync(cutOff);
        // The portal first: what the floor reads is then in memory for both.
        await PrepareAsync(boroughs, viewer, meeting);
        var portal = await Sample.OfAsync(options.Runs, () => Task.CompletedTask, () => PrepareAsync(boroughs, viewer, meeting));
        var bytes = 0L;
        var floor = await Sample.OfAsync(
            options.Runs, () => Task.CompletedTask, async () => bytes = await FloorAsync(boroughs, viewer, cutOff));
        var (length, flags) = (0, 0);
        await boroughs.ActAsync(async acts =>
        {
            var edition = await acts.GetRequiredService<PortalDb>().Editions.AsNoTracking().SingleAsync(e => e.MeetingId == meeting);
            (length, flags) = (edition.Content.Length, edition.Read().Flags.Count());
        });
        var table = new Table("edition", "runs", "median s", "p95 s", "floor s", "ratio", "flags in it", "characters", "floor's");
        table.Add(
            "one partnership's report", options.Runs, portal.Median, portal.P95, floor.Median, portal.Median / floor.Median, flags, length,
            bytes);
        table.Print($"Edition build, {options.Profile}, {options.Provider}");
    }

    private static Task PrepareAsync(MadeUp boroughs, Viewer viewer, Id<Meeting> meeting) =>
        boroughs.ActAsync(acts => acts.GetRequiredService<PrepareEdition>().RunAsync(viewer, meeting, CancellationToken.None));

    /// <summary>A meeting of the board in a week, and the day on which its figures were cut off.</summary>
    private static async Task<(Viewer Viewer, Id<Meeting> Meeting, DateOnly CutOff)> MeetingAsync(MadeUp boroughs)
    {
        (Viewer, Id<Meeting>, DateOnly) found = default;
        await boroughs.ActAsync(async acts =>
        {
            var (db, clock) = (acts.GetRequiredService<PortalDb>(), acts.GetRequiredService<UkClock>());
            var body = await db.Bodies.Where(b => b.Code == "SBP").OrderBy(b => b.Id).FirstAsync();
            var viewer = Viewer.System(body.PartnershipId);
            var meeting = await db.Meetings.Where(m => m.BodyId == body.Id && m.Day == clock.Today.AddDays(7)).SingleOrDefaultAsync();
            if (meeting is null)
            {
                db.Meetings.Add(meeting = new Meeting
                {
                    PartnershipId = body.PartnershipId, BodyId = body.Id, Day = clock.Today.AddDays(7), Starts = new(10, 0)
                });
                await db.SaveAsync(viewer, "Added a meeting", CancellationToken.None);
            }
            found = (viewer, meeting.Id, new EditionTimetable(meeting.Day).CutOffOn);
        });
        return found;
    }

    private static async Task<long> FloorAsync(MadeUp boroughs, Viewer viewer, DateOnly cutOff)
    {
        using var written = new MemoryStream();
        await boroughs.ActAsync(async acts =>
        {
            var db = acts.GetRequiredService<PortalDb>();
            await db.Database.OpenConnectionAsync();
            await using var json = new Utf8JsonWriter(written);
            json.WriteStartArray();
            foreach (var sql in new[]
            {
                """SELECT * FROM "Agencies" WHERE "PartnershipId" = @partnership ORDER BY "Name" """,
                """SELECT * FROM "StandardResults" WHERE "PartnershipId" = @partnership AND "From" <= @day """
                    + """AND ("Until" IS NULL OR "Until" > @day)""",
                """SELECT * FROM "Flags" WHERE "PartnershipId" = @partnership AND "FirstSeenOn" <= @day """
                    + """AND ("ClosedOn" IS NULL OR "ClosedOn" > @day)""",
            })
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = sql;
                foreach (var (name, value) in new (string, object)[]
                {
                    ("@partnership", db.Database.IsSqlite() ? viewer.PartnershipId.Value.ToByteArray(true) : viewer.PartnershipId.Value),
                    ("@day", cutOff)
                })
                {
                    if (!sql.Contains(name, StringComparison.Ordinal)) continue;
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (name, value);
                    command.Parameters.Add(parameter);
                }
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                    for (var i = 0; i < reader.FieldCount; i++) json.WriteStringValue($"{reader.GetValue(i)}");
            }
            json.WriteEndArray();
        });
        return written.Length;
    }
}
