using Portal.Features.Hubs;

namespace Portal.Features.Staff.Requests;

/// <summary>Agencies that ask for someone, for an agency or a commissioner who may answer.</summary>
public sealed class AnswerTasks(PostRequestList requests) : ITasks
{
    internal const string Why = "Until someone agrees, the agency that asks sees nothing";

    public int Order => 100;
    public Permission? Needs => Permission.AnswerPostRequests;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.Reach(Permission.AnswerPostRequests) < Reach.Agency) return [];
        var waiting = await requests.RunAsync(viewer, 1, cancel);
        return waiting.Total switch
        {
            0 => [],
            1 => [new("Answer an agency that asks for someone", $"/Staff/Requests/{waiting.Rows[0].Id}", null, Why)],
            var all => [new($"Answer {all} requests for people", "/Staff/Requests", null, Why)],
        };
    }
}
