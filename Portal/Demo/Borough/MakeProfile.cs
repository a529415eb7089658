using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>
/// Fills a database with made-up boroughs for measuring, one at a time, so that memory does not grow with their number.
/// Boroughs that are there already are left as they are: an interrupted run is carried on by running it again.
/// </summary>
public sealed class MakeProfile(PortalDb db, SeedFiles seeds, MakeBorough makeBorough, UkClock clock)
{
    private const int Seed = 20211001;

    /// <summary>The agencies of the first borough, as they are made: the same on the same day.</summary>
    internal IReadOnlyList<AgencySeed> Agencies(Profile profile) =>
        profile.Borough(1, seeds.Borough, seeds.Framework, new Dice(Seed, clock.Today, turn: 1)).Agencies;

    /// <returns>The last borough.</returns>
    /// <param name="progress">Told the number of each borough when it is done.</param>
    public async Task<Id<Partnership>> RunAsync(Profile profile, IProgress<int> progress, CancellationToken cancel)
    {
        Id<Partnership> made = default;
        var (demo, framework, offers) = (seeds.Borough, seeds.Framework, Profile.Offers(seeds.Offers));
        for (var number = 1; number <= profile.Boroughs; number++)
        {
            var dice = new Dice(Seed, clock.Today, turn: number);
            made = await makeBorough.MakeAsync(
                profile.Borough(number, demo, framework, dice), offers, dice, signIns: number == 1, cancel);
            db.ChangeTracker.Clear();
            progress.Report(number);
        }
        return made;
    }
}
