using Portal.Features.Hubs;
using Portal.Features.Staff.People;

namespace Portal.Features.Courses.Statements;

/// <summary>What a person has been taught, as a map, on their page.</summary>
public sealed class PersonPanel(PersonStatements statements) : IPanelAbout<PersonView.Details>
{
    public async Task<Panel?> RunAsync(Viewer viewer, PersonView.Details shown, CancellationToken cancel) =>
        await statements.RunAsync(viewer, shown.Id, cancel) is { } found
            ? new("~/Features/Courses/Statements/_Person.cshtml", found) : null;
}
