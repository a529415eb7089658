using Portal.Features.Courses.Colleagues;
using Portal.Security;

namespace Portal.Features.Returns.Sections;

[Allow(Permission.ReadReturns, Permission.WriteReturns)]
public sealed class ActionsModel(ReturnView view, ActionsSection actions, PlacesForActions places, Viewer viewer)
    : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.Actions;
    public ActionsSection.Plans Plans { get; private set; } = null!;
    public IReadOnlyDictionary<Id<GapAction>, PlacesForActions.Count> Places { get; private set; } = null!;

    /// <summary>Whether this person books for people of the agency.</summary>
    public bool MayBook => Viewer.BooksForOthers() && Viewer.May(Permission.BookPlaces, Return.Return.AgencyId);

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        Plans = await actions.RunAsync(ReturnId, cancel);
        Places = await places.RunAsync(Return, Plans, cancel);
        return true;
    }
}
