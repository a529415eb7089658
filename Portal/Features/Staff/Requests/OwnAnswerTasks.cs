using Portal.Features.Hubs;

namespace Portal.Features.Staff.Requests;

/// <summary>An agency that would like to add this very person to its staff list.</summary>
public sealed class OwnAnswerTasks(PostRequestList requests) : ITasks
{
    public int Order => 45;
    public Permission? Needs => Permission.AnswerPostRequests;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.Reach(Permission.AnswerPostRequests) >= Reach.Agency) return [];
        var waiting = await requests.RunAsync(viewer, 1, cancel);
        if (waiting.Total == 0) return [];
        var where = waiting.Total == 1 ? $"/Staff/Requests/{waiting.Rows[0].Id}" : "/Staff/Requests";
        return [new($"Say whether {waiting.Rows[0].Agency} may add you to its staff list", where, null, AnswerTasks.Why)];
    }
}
