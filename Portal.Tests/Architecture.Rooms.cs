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
        ["Agencies"] = ["Staff", "Returns", "Standards"],
        ["Standards"] = ["Reports"],
    };

    [Fact]
    public void A_feature_uses_of_the_domain_the_rooms_above_it()
    {
        var rooms = DomainRooms();
        NoneOf(
            from type in Types.Where(t => Folder(t) == "Features" && Room(Feature(t)) < Rooms.Length)
            let room = Feature(type)
            from used in UsedInPortal(type).Where(u => Folder(u) == "Domain")
            where rooms.TryGetValue(Plain(used), out var other) && other > Room(room)
                && !LooksDown.GetValueOrDefault(room, []).Contains(Rooms[other])
            select $"{room}: {type.Name} uses {used.Name} in {Rooms[rooms[Plain(used)]]}");
    }
}
