using Portal.Features.Framework;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.Statements;

/// <summary>How many people in the partnership have been taught the statements of the framework in force, or of one level.</summary>
public sealed class FrameworkPanel(StatementFigures figures) : IPanelAbout<FrameworkPart>
{
    /// <param name="Level">Null for the map of all.</param>
    /// <param name="Small">Whether counts of fewer than five people are said.</param>
    public sealed record Shown(StatementFigures.Found Figures, Level? Level, bool Small);

    public async Task<Panel?> RunAsync(Viewer viewer, FrameworkPart shown, CancellationToken cancel) =>
        await figures.RunAsync(viewer, null, cancel) is { } found && found.Cover.Framework.Id == shown.Framework.Id
            && found.Cover.Statements.Any(s => shown.Level is null || s.LevelNumber == shown.Level.Number)
                ? new("~/Features/Courses/Statements/_Framework.cshtml", new Shown(found, shown.Level, viewer.SeesSmallCounts())) : null;
}
