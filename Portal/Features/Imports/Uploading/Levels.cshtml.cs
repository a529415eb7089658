using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;

namespace Portal.Features.Imports.Uploading;

[Allow(Permission.ImportStaff)]
public sealed class LevelsModel(
    ImportView view, LevelChoices levels, ProposedLevels proposed, MatchCourses match, Viewer viewer) : ImportPageModel(view, viewer)
{
    [BindProperty] public List<string> Courses { get; set; } = [];
    [BindProperty] public List<int?> Levels { get; set; } = [];
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Choices =
        [
            new("", "Leave for later"), new($"{CourseLevel.NotPart}", "Not part of this training"),
            .. await levels.RunAsync(Viewer, cancel),
        ];
        return await base.LoadAsync(cancel);
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var known = await proposed.RunAsync(Viewer, cancel);
        (Seen, Courses) = (Import.Version, [.. Import.Terms.Select(t => t.Text)]);
        Levels = Courses.ConvertAll(known.Of);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await match.RunAsync(
            Viewer, ImportId, Seen, Courses.Zip(Levels).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second), cancel);
        return ToImport();
    }
}
