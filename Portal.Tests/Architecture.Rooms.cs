using Portal.Data.Audit;
using Portal.Features.Admin.Audit;
using Portal.Features.Agencies;
using Portal.Features.Courses.Providers;
using Portal.Features.Framework;
using Portal.Features.Home;
using Portal.Features.Hubs;
using Portal.Features.Staff.People;

namespace Portal.Tests;

/// <summary>The order of the rooms, across features and the domain.</summary>
public partial class Architecture
{
    /// <summary>
    /// Rooms that still show something of the rooms below them: how an agency stands, what a draft framework would do to people and
    /// results, which editions named a flag. The table may only get shorter.
    /// </summary>
    private static readonly Dictionary<string, string[]> LooksDown = new()
    {
        ["Framework"] = ["Agencies", "Staff", "Standards"],
        ["Agencies"] = ["Staff", "Standards"],
        ["Cycles"] = ["Returns"],
        ["Returns"] = ["Funding"],
        ["Standards"] = ["Reports"],
    };

    [Fact]
    public void A_feature_uses_of_the_domain_the_rooms_above_it() => NoneOf(
        from edge in LooksOfFeatures()
        where !LooksDown.GetValueOrDefault(edge.Room, []).Contains(edge.Below)
        select $"{edge.Room}: {edge.What} in {edge.Below}");

    [Fact]
    public void What_still_looks_down_is_all_that_the_table_says()
    {
        var edges = LooksOfFeatures().Select(e => (e.Room, e.Below)).ToHashSet();
        NoneOf(
            from room in LooksDown
            from below in room.Value
            where !edges.Contains((room.Key, below))
            select $"{room.Key} no longer looks down on {below}: take it out of the table");
    }

    private static IEnumerable<(string Room, string Below, string What)> LooksOfFeatures()
    {
        var rooms = DomainRooms();
        return
            from type in Types.Where(t => Folder(t) == "Features" && Room(Feature(t)) < Rooms.Length)
            let room = Feature(type)
            from used in UsedInPortal(type).Where(u => Folder(u) == "Domain")
            where rooms.TryGetValue(Plain(used), out var other) && other > Room(room)
            select (room, Rooms[rooms[Plain(used)]], $"{type.Name} uses {used.Name}");
    }

    [Fact]
    public void Home_names_no_room() => NoneOf(
        from type in Types.Where(t => Folder(t) == "Features" && IsHome(t))
        from used in UsedInPortal(type)
        where Folder(used) == "Features" && Feature(used) is not ("" or "Home" or "Hubs" or "Shared")
        select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void Hubs_and_what_rooms_contribute_to_them_ask_for_little() => NoneOf(
        from type in Types.Where(t => Hubs.Contains(t) || (t.IsClass && Contributed.Any(c => c.IsAssignableFrom(t))))
        let asked = type.GetConstructors().Max(c => c.GetParameters().Length)
        where asked > 4
        select $"{type.FullName} asks for {asked} things");

    private static readonly Type[] Hubs = [typeof(HomeView), typeof(Portal.Features.IndexModel), typeof(AgencyModel), typeof(AuditNames)];

    private static readonly Type[] Contributed =
    [
        typeof(ITasks), typeof(IHomePanel), typeof(IAgencyPanel), typeof(IPanelAbout<PersonView.Details>),
        typeof(IPanelAbout<FrameworkPart>), typeof(IPanelAbout<ProviderView.Details>), typeof(IFiling), typeof(INameRows),
    ];

    private static bool IsHome(Type type) => Feature(type) == "Home" || type == typeof(Portal.Features.IndexModel)
        || type.Name == "Features_Index" && type.Namespace == "AspNetCoreGeneratedDocument";
}
