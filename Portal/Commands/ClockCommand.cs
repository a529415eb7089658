using Portal.Data;
using Portal.Features.Admin.Jobs;

namespace Portal.Commands;

/// <summary>
/// <c>dotnet run --project Portal -- clock</c> says whether the clock of this machine is believed, and <c>clock --accept</c>
/// confirms that it is right, for every node. Settings may follow. Ends with 1 while the clock is not believed.
/// </summary>
public static class ClockCommand
{
    private const string Accept = "--accept";

    public static async Task<int> RunAsync(string[] args)
    {
        using var host = Composition.ForCommand([.. args.Where(a => a != Accept)], []);
        await host.Services.MigrateAsync(CancellationToken.None);
        await using var scope = host.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ClockState>().RunAsync(CancellationToken.None) is not { } doubt)
        {
            Console.WriteLine("The clock is believed");
            return 0;
        }
        if (!args.Contains(Accept))
        {
            Console.Error.WriteLine($"{doubt.Sentence}. {doubt.Advice} with: clock {Accept}");
            return 1;
        }
        await scope.ServiceProvider.GetRequiredService<AcceptClock>().RunAsync(null, CancellationToken.None);
        Console.WriteLine("The clock is believed from now on. Nodes that run go on within seconds");
        return 0;
    }
}
