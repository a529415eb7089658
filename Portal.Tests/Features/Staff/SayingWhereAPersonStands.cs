using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public class SayingWhereAPersonStands
{
    private static readonly SmallBorough Borough = new();
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public void Says_what_the_job_needs_and_until_when_it_is_held() => Assert.Equal(
        "Asha’s job needs level 1. It is held until 3 May 2027.",
        Summary(Person([Job("Receptionist", 1)], Record(1, new(2024, 5, 3)))));

    [Fact]
    public void Says_that_a_higher_level_includes_a_lower_one() => Assert.Equal(
        "Asha’s job needs level 1. Level 2 is held, which includes it, until 3 May 2027.",
        Summary(Person([Job("Receptionist", 1)], Record(1, new(2015, 5, 3)), Record(2, new(2024, 5, 3)))));

    [Fact]
    public void Says_when_it_lapsed() => Assert.Equal(
        "Asha’s job needs level 1. Level 1 was held until 3 May 2023 and has lapsed.",
        Summary(Person([Job("Receptionist", 1)], Record(1, new(2020, 5, 3)))));

    [Fact]
    public void Says_by_when_it_is_due_and_what_is_held_instead() => Assert.Equal(
        "Asha’s job needs level 2, which is not yet held. It is due by 1 March 2027, 6 months from the start in this job. The "
            + "highest level held is 1.",
        Summary(Person([Job("Officer", 2, new(2026, 9, 1))], Record(1, new(2026, 5, 3)))));

    [Fact]
    public void Speaks_to_the_person_themselves()
    {
        Assert.Equal(
            "Your job needs level 1. You hold level 2, which includes it, until 3 May 2027.",
            Yours(Person([Job("Receptionist", 1)], Record(1, new(2015, 5, 3)), Record(2, new(2024, 5, 3)))));
        Assert.Equal(
            "Your job needs level 1. You held level 1 until 3 May 2023; it has lapsed.",
            Yours(Person([Job("Receptionist", 1)], Record(1, new(2020, 5, 3)))));
        Assert.Equal(
            "Your job needs level 2, which you do not hold yet. It is due by 1 March 2027, 6 months from the start in this job. You "
                + "hold level 1.",
            Yours(Person([Job("Officer", 2, new(2026, 9, 1))], Record(1, new(2026, 5, 3)))));
    }

    [Fact]
    public void Says_that_a_level_waits_for_the_one_below() => Assert.Equal(
        "Asha’s job needs level 2. Does not count yet: level 1 must be held first.",
        Summary(Person([Job("Officer", 2)], Record(2, new(2026, 5, 3)))));

    [Fact]
    public void Says_that_a_job_is_not_mapped()
    {
        var person = Person([Job("Odd-job person", null, role: null)]);
        Assert.Equal("Asha’s job is not mapped to a level yet, so we cannot say what it needs.", Summary(person));
        Assert.Equal(
            ["Odd-job person at Homes: this job title is not mapped to a job role yet, so it never counts as trained."],
            PersonWords.Needs(person));
    }

    [Fact]
    public void Says_of_a_mapped_job_that_the_framework_asks_no_level()
    {
        var person = Person([Job("Caretaker", null, role: "Caretaker")]);
        Assert.Equal("Asha’s job is mapped, but the framework asks no level of it yet.", Summary(person));
        Assert.Equal(
            ["Caretaker at Homes is mapped to the job role “Caretaker”, whose level is still to be set."], PersonWords.Needs(person));
    }

    [Fact]
    public void Says_for_each_job_which_level_it_needs_and_that_the_highest_counts() => Assert.Equal(
        [
            "Front desk at Homes is mapped to the job role “Receptionist”, which needs level 1 (Recognise and respond).",
            "Deputy at Homes is mapped to the job role “Receptionist”, which needs level 3 (Assess and plan).",
            "With several jobs the highest level counts: level 3.",
        ],
        PersonWords.Needs(Person([Job("Front desk", 1), Job("Deputy", 3)])));

    [Theory]
    [InlineData(1, null, "Achieved on 3 May 2024 + 36 months = 3 May 2027.")]
    [InlineData(
        1, "2026-12-31",
        "Achieved on 3 May 2024 + 36 months = 3 May 2027; the certificate itself ends earlier, on 31 December 2026, so that day counts.")]
    [InlineData(
        1, "2028-12-31",
        "Achieved on 3 May 2024 + 36 months = 3 May 2027; the certificate itself ends on 31 December 2028, so the earlier day counts.")]
    [InlineData(4, null, "Achieved on 3 May 2024. Level 4 does not lapse.")]
    [InlineData(
        4, "2028-12-31",
        "Achieved on 3 May 2024. Level 4 does not lapse, but the certificate itself ends on 31 December 2028, so that day counts.")]
    public void Says_how_the_last_day_was_found(int level, string? ends, string sentence) => Assert.Equal(
        sentence,
        PersonWords.LastDay(
            Borough.Framework.Level(level), new(2024, 5, 3), ends is null ? null : DateOnly.ParseExact(ends, "yyyy-MM-dd")));

    private static string Yours(PersonView.Details person) => PersonWords.Summary(person, PersonWords.Your);

    private static string Summary(PersonView.Details person) => PersonWords.Summary(person, "Asha’s");

    private static PersonView.Details Person(IReadOnlyList<PersonView.Job> jobs, params PersonView.Record[] records) =>
        new(Id<StaffMember>.New(), "Asha", null, 0, jobs, records, Borough.Framework, Today);

    private static PersonView.Job Job(string title, int? need, DateOnly? started = null, string? role = "Receptionist") =>
        new(Id<Post>.New(), Borough.Homes.Id, "Homes", title, role, need, null, started, null, null, null, 0);

    private static PersonView.Record Record(int level, DateOnly achieved) => new(
        Id<TrainingRecord>.New(), level, "Day", null, null, achieved, null, RecordSource.Agency, RecordState.Verified, "Tess", "Cora",
        achieved, null, null, null, null, null);
}
