using Portal.Features.Hubs;

namespace Portal.Features.Standards.AtHome;

/// <summary>For the leads of an agency: its flags that have been open for longest, the most severe first.</summary>
public sealed class FlagsOfAgency(FlagGlance flags) : IHomePanel
{
    public sealed record Open(IReadOnlyList<FlagGlance.Row> Flags);

    public int Order => 40;
    public IReadOnlyList<Role> Roles => [Role.TrainingLead, Role.ExecutiveLead];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel) =>
        await flags.RunAsync(viewer, newest: false, 6, cancel) is { Count: > 0 } open
            ? new("~/Features/Standards/AtHome/_FlagsOfAgency.cshtml", new Open([.. open.OrderByDescending(f => f.Severity)])) : null;
}
