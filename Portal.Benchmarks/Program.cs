using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project Portal.Benchmarks -- evaluation|pages|walk|import|edition|returns|booking|start|mail|optimise
/// [--profile borough|london|england|aged] [--provider Sqlite|Postgres] …</c>
/// </summary>
internal static class Program
{
    private const string Usage = """
        Say what to measure: evaluation, pages, walk, import, edition, returns, booking, start, mail or optimise. Then, if you like:
          --profile borough|london|england|aged  how large the database is (borough)
          --provider Sqlite|Postgres         which database (Sqlite)
          --server "Host=…;Username=…"       where PostgreSQL is, without a database
          --folder …                         where databases are made and kept (the temporary folder)
          --runs 5                           how often each thing is measured
          --seconds 10                       how long each page is asked for again and again
          --statistics false                 pages of a SQLite database that knows nothing about its own rows (true)
          --rows 20000                       how long the staff list to import is
          --port 5190                        the first of two free ports
          --publish false                    measures the portal that was published for an earlier run (true)
        """;

    private static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        if (args is ["bare", var port, var bytes])
            return await BarePage.ServeAsync(int.Parse(port, CultureInfo.InvariantCulture), int.Parse(bytes, CultureInfo.InvariantCulture));
        var given = new ConfigurationBuilder().AddCommandLine([.. args.Skip(1)]).Build().Get<Options>() ?? new();
        Func<Options, Task>? measure = args.FirstOrDefault() switch
        {
            "evaluation" => EvaluationBenchmark.RunAsync,
            "pages" => PagesBenchmark.RunAsync,
            "walk" => WalkBenchmark.RunAsync,
            "import" => ImportBenchmark.RunAsync,
            "edition" => EditionBenchmark.RunAsync,
            "returns" => ReturnsBenchmark.RunAsync,
            "booking" => BookingBenchmark.RunAsync,
            "start" => StartBenchmark.RunAsync,
            "mail" => MailBenchmark.RunAsync,
            "optimise" => OptimiseBenchmark.RunAsync,
            _ => null,
        };
        if (measure is null)
        {
            Console.Error.WriteLine(Usage);
            return 1;
        }
        Table.SayWhere(given);
        if (given.Publish && args[0] != "optimise") await Repository.PublishAsync(given);
        await measure(given);
        return 0;
    }
}
