using Portal.Features.Hubs;

namespace Portal.Features.Standards.AtHome;

/// <summary>For a commissioner: the newest flags beside those that have been open for longest.</summary>
public sealed class FlagsOfAll(FlagGlance flags) : IHomePanel
{
    public sealed record TwoLists(IReadOnlyList<FlagGlance.Row> Newest, IReadOnlyList<FlagGlance.Row> Oldest);

    public int Order => 40;
    public IReadOnlyList<Role> Roles => [Role.Commissioner];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel) => new("~/Features/Standards/AtHome/_FlagsOfAll.cshtml",
        new TwoLists(await flags.RunAsync(viewer, newest: true, 4, cancel), await flags.RunAsync(viewer, newest: false, 4, cancel)));
}
