using System.Diagnostics;
using System.Text.Json;

namespace Portal.Tests.Support.Calendars;

/// <summary>A calendar as another library than the one that wrote it reads it, the hours by the clock on a wall in London.</summary>
public sealed record ReadCalendar(string Method, IReadOnlyList<ReadCalendar.Entry> Events)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="Hours">Each time that it takes place: "29/03/2026 10:00".</param>
    public sealed record Entry(
        string Uid, int Sequence, string Title, string Where, string Link, string Status, string Organiser, IReadOnlyList<string> Attendees,
        IReadOnlyList<Hours> Hours);

    public sealed record Hours(string Starts, string Ends);

    public static async Task<ReadCalendar> OfAsync(string text)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", [Repository.File("Portal.Tests", "Support", "Calendars", "read-calendar.mjs")])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
        await node.StandardInput.WriteAsync(text);
        node.StandardInput.Close();
        var (said, problem) = (await node.StandardOutput.ReadToEndAsync(), await node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, problem);
        return JsonSerializer.Deserialize<ReadCalendar>(said, Json)!;
    }
}
