using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;

namespace Portal.Features.Commissioning.Ordering;

[Allow(Permission.ReadRequests)]
public sealed class OrderModel(
    RequestView view, OrderView orders, DatesToOrder dates, PutDateUnderOrder put, TakeDateFromOrder take, Viewer viewer)
    : OrderPageModel(view, orders, viewer)
{
    [BindProperty] public Id<CourseRun>? RunId { get; set; }
    [BindProperty] public Id<CourseRun>? TakenId { get; set; }

    /// <summary>Dates that can be put under it; none for those who only read.</summary>
    public IReadOnlyList<Choice> Offered { get; private set; } = [];
    public bool MayRecord => Viewer.May(Permission.DecideRequests);
    public bool MayChange => MayRecord && Order.EndedOn is null;

    /// <summary>Whether what is left of what was approved can be ordered: this order and every other of the request has ended.</summary>
    public bool MayOrderAgain => MayRecord && Order.EndedOn is not null && Details.WhyNotOrdered is null;

    /// <summary>The last day to spend what pays for it, where days asked for or dates to come are after it; else null.</summary>
    public DateOnly? MoneyEnds => Order.EndedOn is null && Ordered.EndsOn is { } ends && (Asked.Until > ends || TooLate > 0) ? ends : null;

    /// <summary>Dates to come that end after that day.</summary>
    public int TooLate => Ordered.Dates.Count(d => d.Standing == OrderedDate.ToCome && d.Last > Ordered.EndsOn);

    /// <summary>Whether it can still be ended, and what is left of it ordered from other money.</summary>
    public bool MayEnd => Order.InvoiceNumber is null || WasHeld;
    public bool WasHeld => Ordered.Dates.Any(d => d.Standing == OrderedDate.Held);
    public IReadOnlyList<Choice> Given =>
        [.. Ordered.Dates.Select(d => new Choice($"{d.Id}", $"{d.Course}, {Words.Day(d.Day)}"))];
    public IEnumerable<RequestCondition> OpenConditions => Asked.Conditions.Where(c => c.MetOn is null).OrderBy(c => c.DueOn)
        .ThenBy(c => c.Id);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await put.RunAsync(Viewer, RequestId, Order.Number, RunId ?? throw new Refused("Select a date", nameof(RunId)), cancel);
        return ToOrder("The date stands under the order now");
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancel)
    {
        await take.RunAsync(Viewer, RequestId, Order.Number, TakenId ?? throw new Refused("Select a date", nameof(TakenId)), cancel);
        return ToOrder("The date stands under the order no more");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        if (!await base.PrepareAsync(cancel)) return false;
        if (MayChange) Offered = await dates.RunAsync(Viewer, Order.ProviderId, cancel);
        return true;
    }
}
