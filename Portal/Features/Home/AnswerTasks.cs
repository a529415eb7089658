using Portal.Features.Staff.Requests;


namespace Portal.Features.Home;

/// <summary>Agencies that ask for someone, for whoever may answer.</summary>
public sealed class AnswerTasks(PostRequestList requests)
{
    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var waiting = await requests.RunAsync(viewer, 1, cancel);
        if (waiting.Total == 0) return [];
        var isOwn = viewer.Reach(Permission.AnswerPostRequests) is Reach.Own or Reach.Team;
        var title = isOwn ? $"Say whether {waiting.Rows[0].Agency} may add you to its staff list"
            : waiting.Total == 1 ? "Answer an agency that asks for someone" : $"Answer {waiting.Total} requests for people";
        var where = waiting.Total == 1 ? $"/Staff/Requests/{waiting.Rows[0].Id}" : "/Staff/Requests";
        return [new(title, where, null, "Until someone agrees, the agency that asks sees nothing")];
    }
}
