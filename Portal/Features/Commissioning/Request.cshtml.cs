using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Commissioning.Checking;
using Portal.Features.Commissioning.Deciding;
using Portal.Features.Commissioning.Ordering;
using Portal.Features.Commissioning.Writing;
using Portal.Security;

namespace Portal.Features.Commissioning;

[Allow(Permission.ReadRequests, Permission.HelpWithRequests)]
public sealed class RequestModel(
    RequestView view, CheckOfRequest check, PeopleBelow below, OrderView orders, MeetingsToDecide meetings, ShareRequest share,
    TakeBackRequest takeBack, Viewer viewer)
    : RequestPageModel(view, viewer)
{
    /// <summary>How it stands against the clauses; none for those who do not read all of it.</summary>
    public IReadOnlyList<ClauseStanding> Standings { get; private set; } = [];

    /// <summary>People below its level today; null while no level is chosen, or the figure is kept with the request.</summary>
    public int? BelowToday { get; private set; }

    /// <summary>What came of its orders, the newest first, as far as this reader may know; none while it is not ordered.</summary>
    public IReadOnlyList<(RequestView.OrderLine Order, OrderOutcome Outcome)> Outcomes { get; private set; } = [];

    /// <summary>Meetings that decide; null while it does not wait for one.</summary>
    public MeetingsToDecide.Found? Meetings { get; private set; }
    public bool MayAppeal => Details.MayWrite && Asked.MayAppeal(Details.Terms, Details.Order is not null, Details.Today) is not null;
    public bool MayAnswer => Asked.IsAppealed && Viewer.May(Permission.AnswerAppeals);
    public bool MayDecide => Asked.State == RequestState.Submitted && Viewer.May(Permission.DecideRequests);
    public bool MayOrder => Details.WhyNotOrdered is null && Viewer.May(Permission.DecideRequests);
    public bool MayList => Viewer.May(Permission.ReadRequests);
    public bool MayMeet => Viewer.May(Permission.DecideRequests);
    public bool MayJoin => Asked.MayBeJoined && Viewer.AgencyId is { } own && own != Asked.AgencyId && Viewer.May(Permission.WriteRequests);
    public bool HasJoined => Asked.Parties.Any(p => p.AgencyId == Viewer.AgencyId);
    public IReadOnlyList<TaskList.Item> Tasks => [.. Details.Parts.Select(Task)];

    public async Task<IActionResult> OnPostShareAsync(CancellationToken cancel)
    {
        await share.RunAsync(Viewer, RequestId, Seen, cancel);
        return Back("Every agency can find this request now, and ask along");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel)
    {
        await takeBack.RunAsync(Viewer, RequestId, Seen, cancel);
        return Back("Taken back. You can change it, and send it again");
    }

    protected override bool IsFor(RequestView.Details details) => true;

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        List<(RequestView.OrderLine, OrderOutcome)> came = [];
        foreach (var order in Details.Orders)
            if (await orders.RunAsync(Viewer, Asked, order.Number, cancel) is { Outcome: var outcome })
                came.Add((order, Details.IsFull ? outcome : outcome.ForAll));
        Outcomes = came;
        if (Asked.State == RequestState.Submitted) Meetings = await meetings.RunAsync(Viewer, Asked, cancel);
        if (!Details.IsFull) return true;
        Standings = await check.RunAsync(Viewer, Asked, Details.Clauses, cancel);
        if (Asked.LevelNumber is { } level && Asked.PeopleBelow is null)
            BelowToday = (await below.RunAsync(Viewer, Asked.AgencyId, cancel)).GetValueOrDefault(level);
        return true;
    }

    private TaskList.Item Task(RequestPart part)
    {
        var missing = Details.Missing.Where(m => m.Part == part).Select(m => m.Why).ToList();
        return new(
            part.Words(), Url.Page($"/Commissioning/Writing/{part}", new { RequestId }), missing.Count == 0 ? "Completed" : "Incomplete")
        {
            StatusColour = missing.Count == 0 ? null : "blue",
            Hint = missing.Count == 0 ? null : Words.Capital($"{missing.Listed()}"),
        };
    }
}
