using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Features.Hubs;
using Portal.Features.Staff.Training;
using Portal.Security;

namespace Portal.Features.Staff.People;

[Allow(Permission.ReadRecord)]
public sealed class PersonModel(
    PersonView people, EditPerson edit, WhatWaits waits, SayWhoLooked sayWhoLooked, IEnumerable<IPanelAbout<PersonView.Details>> panels,
    Viewer viewer)
    : PersonPageModel(people, viewer)
{
    public IReadOnlyList<RecordTimeline.Row> Timeline =>
    [
        .. from record in Person.Records
           where record.State == RecordState.Verified
           let level = Person.LevelOf(record.LevelNumber)
           where level is not null
           orderby record.LevelNumber descending, record.AchievedOn descending
           let last = Competence.LastDay(level, record.AchievedOn, record.EndsOn)
           select new RecordTimeline.Row($"Level {level.Code}", record.AchievedOn, last, last?.AddDays(-StaffList.DueDays), record.Course),
    ];

    /// <summary>Who decides on each record that waits.</summary>
    public IReadOnlyDictionary<Id<TrainingRecord>, string> Waiting { get; private set; } = null!;
    public IReadOnlyList<Panel> Panels { get; private set; } = [];
    public bool MayEdit => Viewer.May(Permission.EditStaff);
    public bool MayRecord => Viewer.May(Permission.RecordTraining);
    public bool MayClaim => IsOwn && Viewer.May(Permission.ClaimTraining);

    /// <summary>Someone whom several agencies have, for the one who acts for all of them.</summary>
    public bool MayEditShared { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        MayEditShared = Viewer.May(Permission.EditSharedPeople) && await edit.MayAsync(Viewer, StaffId, cancel);
        Waiting = await waits.RunAsync(Viewer, StaffId, cancel);
        Panels = await panels.ShowAsync(Viewer, Person, cancel);
        await sayWhoLooked.RunAsync(Viewer, Person, cancel);
    }
}
