using Portal.Features.Hubs;
using Portal.Features.Staff.People;

namespace Portal.Features.Staff.AtHome;

/// <summary>What a person's own job needs and what they hold.</summary>
public sealed class OwnTraining(PersonView person) : IHomePanel
{
    /// <param name="Person">Null when they are on no staff list any more.</param>
    public sealed record Own(PersonView.Details? Person);

    public int Order => 20;
    public IReadOnlyList<Role> Roles => [Role.Learner, Role.LineManager];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel) => new("~/Features/Staff/AtHome/_OwnTraining.cshtml",
        new Own(viewer.StaffId is { } self ? await person.RunAsync(viewer, self, cancel) : null));
}
