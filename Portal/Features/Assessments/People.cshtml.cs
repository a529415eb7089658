using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Assessments;

[Allow(Permission.ReadAssessments, Permission.WriteAssessments)]
public sealed class PeopleModel(ReturnView view, PeopleSection people, ConfirmLines confirm, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override AssessmentSection Section => AssessmentSection.People;
    public IReadOnlyList<PeopleSection.Row> Rows { get; private set; } = [];

    /// <summary>The line to confirm; all that nobody has looked at when none is named.</summary>
    [BindProperty] public Id<GapLine>? Line { get; set; }

    public string Level(int? number) => number is { } level ? $"Level {Return.Framework.Level(level).Code}" : "Not known";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await confirm.RunAsync(Viewer, AssessmentId, Line, cancel);
        return To("People", Line is null ? "Figures confirmed" : "Line confirmed");
    }

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        Rows = await people.RunAsync(AssessmentId, cancel);
        return true;
    }
}
