using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Statements;

/// <summary>What one person has been taught, statement by statement.</summary>
[Allow(Permission.ReadRecord)]
public sealed class PersonModel(PersonStatements statements, CoursesToCover courses, Viewer viewer)
    : LoadedPageModel<PersonStatements.Details>
{
    [FromRoute] public Id<StaffMember> StaffId { get; set; }
    public PersonStatements.Details Person => Loaded;
    public IReadOnlyList<CoursesToCover.Course> Courses { get; private set; } = [];

    protected override Task<PersonStatements.Details?> FindAsync(CancellationToken cancel) => statements.RunAsync(viewer, StaffId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Courses = await courses.RunAsync(viewer, Person.Cover, Person.Missing, Person.Agencies, Person.Held, cancel);
        return true;
    }
}
