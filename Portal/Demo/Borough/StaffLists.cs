using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>
/// Invents the people of one agency, those in post and those whom they followed, so that its story is true today and its
/// last three years make sense.
/// </summary>
/// <param name="roles">The framework's job roles: key and level, by code.</param>
internal sealed class StaffLists(
    Dice dice, People people, TrainingHistory history, Places places, IReadOnlyDictionary<string, (Id<JobRole> Id, int Level)> roles,
    DateOnly programme, DateOnly today, Rows rows)
{
    private sealed record Title(JobTitle Row, int Level, int Weight);

    private readonly List<(Id<StaffMember> Person, AgencySeed Now, Place Before, DateOnly Left)> movers = [];
    private readonly List<(Agency Agency, AgencySeed Seed, List<Title> Titles)> agencies = [];
    private readonly List<Id<StaffMember>> trained = [];

    public void Fill(Agency agency, AgencySeed seed, Id<User>? verifier)
    {
        var titles = Titles(agency, seed);
        agencies.Add((agency, seed, titles));
        Id<StaffMember>? manager = null;
        foreach (var (n, place) in places.Of(seed).Index())
        {
            var moved = place is { Fate: Fate.InDate, Late: false } && place.Started > programme.AddDays(100) && dice.Chance(8);
            var trainedSince = moved ? place.Started.AddDays(-dice.Between(300, 1500)) : place.Started;
            var person = people.Next(seed.Domain);
            rows.Staff.Add(person);
            var post = Employ(agency, seed, titles, person.Id, place, staffListGivesStart: n >= seed.Story.Incomplete);
            if (place.Level > 0)
                rows.Records.AddRange(history.Of(person.Id, agency.Id, place.Level, trainedSince, today, place.Fate, verifier, place.Late));
            if (place.Fate == Fate.InDate) trained.Add(person.Id);
            if (moved) movers.Add((person.Id, seed, place with { Started = trainedSince }, place.Started.AddDays(-dice.Between(2, 40))));
            else if (place.Level > 0 && place.Started > programme.AddDays(100)) Precede(agency, seed, titles, place, verifier);
            // The first of every ten leads the nine that follow.
            if (n % 10 == 0) manager = person.Id;
            else post.ReportTo(manager);
        }
    }

    /// <summary>Gives those who moved their earlier job, at another agency of the same kind, and some people a second job.</summary>
    public void Connect()
    {
        foreach (var (person, now, before, left) in movers)
        {
            var others = agencies.Where(a => a.Seed != now && a.Seed.Type == now.Type && a.Titles.Exists(t => t.Level == before.Level))
                .ToList();
            if (others.Count == 0) continue;
            var (agency, seed, titles) = dice.Pick(others);
            Employ(agency, seed, titles, person, before).Leave(left);
        }
        var charities = agencies.Where(a => a.Seed.Type == AgencyType.Voluntary).ToList();
        foreach (var person in trained.Where(_ => dice.Chance(1)))
        {
            var (agency, seed, titles) = dice.Pick(charities);
            if (!rows.Posts.Exists(p => p.StaffId == person && p.AgencyId == agency.Id))
                Employ(agency, seed, titles, person, new Place(1, Fate.InDate, today.AddDays(-dice.Between(200, 900))));
        }
    }

    /// <summary>Someone held this place before and left some weeks earlier.</summary>
    private void Precede(Agency agency, AgencySeed seed, List<Title> titles, Place place, Id<User>? verifier)
    {
        var left = place.Started.AddDays(-dice.Between(5, 45));
        var before = place with
        {
            Started = left.AddDays(-dice.Between(500, 3000)),
            Fate = dice.Chance(90) ? Fate.InDate : Fate.Untrained,
            Late = false
        };
        var person = people.Next(seed.Domain);
        rows.Staff.Add(person);
        Employ(agency, seed, titles, person.Id, before).Leave(left);
        rows.Records.AddRange(history.Of(person.Id, agency.Id, before.Level, before.Started, left, before.Fate, verifier));
    }

    private Post Employ(
        Agency agency, AgencySeed seed, List<Title> titles, Id<StaffMember> person, Place place, bool staffListGivesStart = true)
    {
        var post = new Post
        {
            Id = dice.Id<Post>(), PartnershipId = agency.PartnershipId, AgencyId = agency.Id, StaffId = person,
            JobTitleId = dice.Pick(titles.FindAll(t => t.Level == place.Level), t => t.Weight).Row.Id,
            EmployeeNumber = $"{seed.Number:00}{rows.Posts.Count:00000}", StartedOn = staffListGivesStart ? place.Started : null,
        };
        rows.Posts.Add(post);
        return post;
    }

    private List<Title> Titles(Agency agency, AgencySeed seed)
    {
        var titles = seed.Jobs.SelectMany(job => job.Titles, (job, title) =>
        {
            var role = job.Role is { } code ? roles[code] : ((Id<JobRole> Id, int Level)?)null;
            var row = new JobTitle
            {
                Id = dice.Id<JobTitle>(), PartnershipId = agency.PartnershipId, AgencyId = agency.Id, Title = title, JobRoleId = role?.Id
            };
            return new Title(row, role?.Level ?? 0, Math.Max(1, job.Weight));
        }).ToList();
        rows.JobTitles.AddRange(titles.Select(t => t.Row));
        return titles;
    }
}
