using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Imports;

/// <summary>What imports did to one person.</summary>
[Allow(Permission.ImportStaff)]
public sealed class PersonModel(PersonImports imports, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<StaffMember> StaffId { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;
    public PersonImports.Answer Person { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await imports.RunAsync(viewer, StaffId, PageNumber, cancel) is not { } person) return false;
        Person = person;
        return true;
    }
}
