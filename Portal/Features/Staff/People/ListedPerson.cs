using System.Linq.Expressions;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>Someone of the staff list while the database filters and sorts.</summary>
internal sealed class ListedPerson
{
    public required StaffMember Staff { get; init; }
    public bool HasBegun { get; init; }
    public int? Need { get; init; }
    public DateOnly? Started { get; init; }

    public static IQueryable<ListedPerson> Sorted(IQueryable<ListedPerson> rows, StaffList.Filter filter, bool isWhole)
    {
        // The whole partnership is read in the order of an index, a page at a time; whoever looks for surnames there waits for a sort.
        Expression<Func<ListedPerson, string>> name = isWhole ? r => r.Staff.Name : r => NameSearch.Folded(r.Staff.Name);
        Expression<Func<ListedPerson, string>> surname = r => NameSearch.BySurname(r.Staff.Name);
        var sorted = (filter.Sort, filter.Descending) switch
        {
            (StaffList.Sort.Level, false) => rows.OrderBy(r => r.Need).ThenBy(name),
            (StaffList.Sort.Level, true) => rows.OrderByDescending(r => r.Need).ThenBy(name),
            (StaffList.Sort.Started, false) => rows.OrderBy(r => r.Started).ThenBy(name),
            (StaffList.Sort.Started, true) => rows.OrderByDescending(r => r.Started).ThenBy(name),
            (StaffList.Sort.Surname, false) => rows.OrderBy(surname).ThenBy(r => r.Staff.Name),
            (StaffList.Sort.Surname, true) => rows.OrderByDescending(surname).ThenBy(r => r.Staff.Name),
            (_, true) => rows.OrderByDescending(name),
            _ => rows.OrderBy(name),
        };
        return sorted.ThenBy(r => r.Staff.Id);
    }
}
