using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Ledger;
using Portal.Features.Funding;

namespace Portal.Demo.Aged;

/// <summary>
/// Six years of the funding ledger: a budget and contributions of boards each year, promises each month, some of them freed.
/// </summary>
/// <param name="on">Puts a deed into the diary.</param>
internal sealed class AgedFunding(
    Action<DateOnly, Func<IServiceProvider, Task>> on, Viewer commissioner, DateOnly programme, DateOnly today)
{
    private const int PromisesAMonth = 6;

    private static readonly string[] Boards =
    [
        "Safeguarding children partnership", "Safeguarding adults board", "Health and wellbeing board", "Housing board",
        "Drug and alcohol partnership"
    ];

    private static readonly string[] Purposes =
        ["Room hire", "Printing of handouts", "Licences for e-learning", "An interpreter", "A speaker", "Cover for a shift"];

    /// <summary>What the budget of a financial year is called in the ledger.</summary>
    public static string BudgetOf(int year) => $"Partnership budget {year} to {year + 1}";

    public void Plan(CancellationToken cancel)
    {
        for (var year = FinancialYear.Of(programme); year <= FinancialYear.Of(today); year++)
        {
            var (first, last, budget) = (new DateOnly(year, 4, 1), new DateOnly(year + 1, 3, 31), year);
            var from = first < programme ? programme : first;
            on(from, s => AddAsync(s, budget, from, last, cancel));
            foreach (var (n, board) in Boards.Index())
                on(from.AddDays(10 + n), s => AskAsync(s, board, Money.OfPounds(2_000 + 500 * n), n != 3, last, cancel));
        }
        for (var (day, n) = (programme.AddDays(20), 0); day < today; day = day.AddDays(30))
            for (var i = 0; i < PromisesAMonth; i++)
            {
                var number = ++n;
                on(day.AddDays(i), s => PromiseAsync(s, number, cancel));
                if (number % 9 == 0) on(day.AddDays(25), s => ReleaseAsync(s, number, cancel));
            }
    }

    private Task AddAsync(IServiceProvider services, int year, DateOnly from, DateOnly last, CancellationToken cancel) =>
        services.GetRequiredService<AddSource>().RunAsync(
            commissioner, new(BudgetOf(year), FundingKind.PartnershipBudget, Money.OfPounds(200_000), from, last), cancel);

    private async Task AskAsync(
        IServiceProvider services, string board, Money asked, bool gives, DateOnly last, CancellationToken cancel)
    {
        var day = services.GetRequiredService<UkClock>().Today;
        await services.GetRequiredService<AskForContribution>().RunAsync(commissioner, board, asked, day, cancel);
        var request = await services.GetRequiredService<PortalDb>().ContributionRequests.OfPartnership(commissioner)
            .Where(r => r.Board == board && r.AskedOn == day).Select(r => r.Id).SingleAsync(cancel);
        await services.GetRequiredService<RecordAnswer>().RunAsync(
            commissioner, request, gives ? new(asked, null, last, "For this financial year") : new(null, null, null, "No budget this year"),
            cancel);
    }

    private async Task PromiseAsync(IServiceProvider services, int number, CancellationToken cancel)
    {
        var budget = await SourceAsync(services, commissioner, cancel);
        await services.GetRequiredService<CommitFunding>().RunAsync(
            commissioner, new Promise(budget, null, Purpose(number), Money.OfPounds(40 + number % 23 * 10)), cancel);
    }

    private async Task ReleaseAsync(IServiceProvider services, int number, CancellationToken cancel)
    {
        var what = Purpose(number);
        var promise = await services.GetRequiredService<PortalDb>().FundingCommitments.OfPartnership(commissioner)
            .Where(c => c.What == what).Select(c => c.Id).SingleAsync(cancel);
        await services.GetRequiredService<ReleaseFunding>().RunAsync(commissioner, promise, cancel);
    }

    private static string Purpose(int number) => $"{Purposes[number % Purposes.Length]}, voucher {number}";

    /// <summary>The budget of the year in which a deed is done.</summary>
    internal static Task<Id<FundingSource>> SourceAsync(IServiceProvider services, Viewer viewer, CancellationToken cancel)
    {
        var budget = BudgetOf(FinancialYear.Of(services.GetRequiredService<UkClock>().Today));
        return services.GetRequiredService<PortalDb>().FundingSources.OfPartnership(viewer).Where(f => f.Name == budget)
            .Select(f => f.Id).SingleAsync(cancel);
    }
}
