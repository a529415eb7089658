using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>Names stand where an English reader looks for them, by first name or by surname, on both databases.</summary>
public sealed class SortingNames : InASmallBorough
{
    private static readonly string[] ByName =
        ["Ana de Souza", "ellen Zulu", "Élodie Ash", "Łukasz Żak", "Mary O’Neil", "Zed Abbott-Hill", "Zoë Brown"];

    private static readonly string[] BySurname =
        ["Zed Abbott-Hill", "Élodie Ash", "Zoë Brown", "Mary O’Neil", "Ana de Souza", "Łukasz Żak", "ellen Zulu"];

    [Fact]
    public async Task By_first_name_and_by_surname()
    {
        foreach (var name in ByName.Order(StringComparer.Ordinal)) await Borough.HasAsync(Database, name, Borough.Reception);
        foreach (var viewer in new[] { Borough.Lead, Borough.Commissioner })
        {
            Assert.Equal(ByName, await ListAsync(viewer, StaffList.Sort.Name, false));
            Assert.Equal(ByName.Reverse(), await ListAsync(viewer, StaffList.Sort.Name, true));
            Assert.Equal(BySurname, await ListAsync(viewer, StaffList.Sort.Surname, false));
        }
    }

    [Fact]
    public async Task The_database_says_the_same_as_we_do()
    {
        foreach (var name in ByName) await Borough.HasAsync(Database, name, Borough.Reception);
        await using var db = Database.Open();
        var said = await db.Staff.Select(s => new { s.Name, Folded = NameSearch.Folded(s.Name), BySurname = NameSearch.BySurname(s.Name) })
            .ToListAsync();
        Assert.All(said, s => Assert.Equal((NameSearch.Folded(s.Name), NameSearch.BySurname(s.Name)), (s.Folded, s.BySurname)));
    }

    private async Task<IEnumerable<string>> ListAsync(Viewer viewer, StaffList.Sort sort, bool descending)
    {
        await using var db = Database.Open();
        return (await Database.StaffList(db).RunAsync(
                viewer, new(Agency: Borough.Homes.Id, Sort: sort, Descending: descending), default)).Rows.Select(r => r.Name);
    }
}
