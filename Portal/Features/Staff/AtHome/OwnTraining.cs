using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;
using Portal.Features.Staff.People;
using Portal.Features.Staff.Training;

namespace Portal.Features.Staff.AtHome;

/// <summary>What a person's own job needs and what they hold, what to do about it, what waits and what was not accepted.</summary>
public sealed class OwnTraining(PortalDb db, PersonView person, WhatWaits waits, UkClock clock) : IHomePanel
{
    /// <param name="Person">Null when they are on no staff list any more.</param>
    /// <param name="AskWhom">Who answers questions about training.</param>
    /// <param name="Waiting">Who decides on each record that waits.</param>
    public sealed record Own(
        PersonView.Details? Person, IReadOnlyList<(string Name, string Email)> AskWhom,
        IReadOnlyDictionary<Id<TrainingRecord>, string> Waiting)
    {
        /// <summary>The level to train for: it is not held, or lapses soon. Null when there is nothing to do.</summary>
        public Level? ToTrainFor => Person is not { Need: { } need }
            || (Competence.Holds(Person.Framework, Person.Held, need, Person.Today) && Lapses is null) ? null : Person.LevelOf(need);

        /// <summary>The last day on which the need is met, when it is near.</summary>
        public DateOnly? Lapses => Person is { Need: { } need } && Competence.Answering(Person.Framework, Person.Held, need, Person.Today)
            is { LastDay: { } last } && last <= Person.Today.AddDays(StaffList.DueDays) ? last : null;
    }

    public int Order => 20;
    public IReadOnlyList<Role> Roles => [Role.Learner, Role.LineManager];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel) =>
        new("~/Features/Staff/AtHome/_OwnTraining.cshtml", await OwnAsync(viewer, cancel));

    private async Task<Own> OwnAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.StaffId is not { } self || await person.RunAsync(viewer, self, cancel) is not { } details)
            return new(null, [], new Dictionary<Id<TrainingRecord>, string>());
        var agencies = db.Posts.CurrentOn(clock.Today).Where(p => p.StaffId == self).Select(p => p.AgencyId);
        return new(
            details, await db.LeadsOrSupportAsync(viewer.PartnershipId, agencies, clock.Today, cancel),
            await waits.RunAsync(viewer, self, cancel));
    }
}
