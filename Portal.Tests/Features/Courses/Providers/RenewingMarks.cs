using Portal.Features.Courses.Providers;
using Portal.Tests.Features.Courses.Catalogue;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Providers;

public sealed class RenewingMarks : InACatalogue
{
    [Fact]
    public async Task The_last_mark_that_ends_soon_is_a_task_until_there_is_another()
    {
        var administrator = Given.Viewer(Borough.Partnership.Id, Role.TrainingAdministrator);
        async Task<string?> TaskAsync() => (await In(db => new MarkTasks(db, Database.Clock).RunAsync(administrator, default))) switch
        {
            [] => null,
            [var task] => $"{task.Title}, {task.Due?.ToString("O")}",
            var several => $"{several.Count} tasks",
        };
        // Nobody minds the mark of a provider that gives nothing.
        Assert.Null(await TaskAsync());
        await HasAsync(Given.Course(Larch));
        Assert.Equal("Ask Larch Training for its next quality mark, 2026-12-31", await TaskAsync());
        Database.Time.Now = UkClock.At(new(2026, 10, 31), new(9, 0));
        Assert.Null(await TaskAsync());
        Database.Time.Now = UkClock.At(Today, new(9, 0));
        await In(async db =>
        {
            await new AddQualityMark(db, new(db, Database.Clock)).RunAsync(administrator, Larch.Id,
                new(QualityMarkKind.Daha, null, "D-2", new(2026, 12, 15), new(2028, 12, 14)), null, default);
            return true;
        });
        Assert.Null(await TaskAsync());
    }
}
