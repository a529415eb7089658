using System.Globalization;
using System.Runtime.InteropServices;

namespace Portal.Benchmarks;

/// <summary>Prints figures as a table that can be pasted into docs/performance.md.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> rows = [];

    public void Add(params object[] cells) => rows.Add([.. cells.Select(c => c switch
    {
        double number => number.ToString(number < 10 ? "0.00" : number < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture),
        int or long => $"{c:N0}",
        _ => $"{c}",
    })]);

    public void Print(string title)
    {
        string[][] all = [headings, .. rows];
        var widths = headings.Select((_, i) => all.Max(r => r[i].Length)).ToArray();
        Console.WriteLine($"\n{title}\n");
        Console.WriteLine(Line(headings, widths));
        Console.WriteLine(Line([.. widths.Select((w, i) => i == 0 ? new string('-', w) : new string('-', w - 1) + ':')], widths));
        foreach (var row in rows) Console.WriteLine(Line(row, widths));
    }

    public static void SayWhere(Options options) => Console.WriteLine(
        $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, "
            + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB of memory, {options.Provider}, profile {options.Profile}");

    private static string Line(string[] cells, int[] widths) =>
        $"| {string.Join(" | ", cells.Select((c, i) => i == 0 ? c.PadRight(widths[i]) : c.PadLeft(widths[i])))} |";
}
