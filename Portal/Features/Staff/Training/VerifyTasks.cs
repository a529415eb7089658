using Portal.Features.Hubs;

namespace Portal.Features.Staff.Training;

/// <summary>Training records that wait for a second person.</summary>
public sealed class VerifyTasks(RecordsToVerify records) : ITasks
{
    public int Order => 130;
    public Permission? Needs => Permission.VerifyTraining;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var waiting = await records.CountAsync(viewer, cancel);
        return waiting == 0 ? [] : [new($"Verify {Words.Count(waiting, "training record")}", "/Staff/ToVerify", null,
            viewer.Reach(Permission.VerifyTraining) == Reach.Partnership ? null : "A record counts once a second person has verified it")];
    }
}
