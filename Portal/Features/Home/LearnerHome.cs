using Portal.Features.Staff.People;


namespace Portal.Features.Home;

/// <summary>What a person's own job needs and what they hold; for a line manager also how many of the team need training.</summary>
public sealed class LearnerHome(
    PersonView person, StaffList staff, ReturnTasks returns, AnswerTasks answers, EditionTasks editions, UkClock clock)
{
    /// <param name="Tasks">
    /// An agency that would like to add the person, what a colleague at the agency has asked for help with, and a report that was sent to
    /// them in another role.
    /// </param>
    /// <param name="Person">Null when the person is on no staff list any more.</param>
    /// <param name="Team">People in the team, and of them those who do not hold what their job needs; null for someone without a team.</param>
    public sealed record View(IReadOnlyList<HomeTask> Tasks, PersonView.Details? Person, (int People, int Behind, int Due)? Team, DateOnly Today);

    public async Task<View> RunAsync(Viewer viewer, CancellationToken cancel) =>
        new([.. await answers.RunAsync(viewer, cancel), .. await returns.RunAsync(viewer, cancel), .. await editions.RunAsync(viewer, cancel)],
            viewer.StaffId is { } self ? await person.RunAsync(viewer, self, cancel) : null,
            viewer.May(Permission.ReadStaff) ? await TeamAsync(viewer, cancel) : null, clock.Today);

    private async Task<(int, int, int)> TeamAsync(Viewer viewer, CancellationToken cancel) => (
        await staff.CountAsync(viewer, new(), cancel),
        await staff.CountAsync(viewer, new(Standing: StaffList.Show.Lapsed), cancel)
            + await staff.CountAsync(viewer, new(Standing: StaffList.Show.Never), cancel),
        await staff.CountAsync(viewer, new(Standing: StaffList.Show.Due), cancel));
}
