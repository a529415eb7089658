using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Imports;

/// <summary>What imports did to one person.</summary>
[Allow(Permission.ImportStaff)]
public sealed class PersonModel(PersonImports imports, Viewer viewer) : LoadedPageModel<PersonImports.Answer>
{
    [FromRoute] public Id<StaffMember> StaffId { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;
    public PersonImports.Answer Person => Loaded;

    protected override Task<PersonImports.Answer?> FindAsync(CancellationToken cancel) =>
        imports.RunAsync(viewer, StaffId, PageNumber, cancel);
}
