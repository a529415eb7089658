using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>
/// How large a made-up country is, for measuring. A borough has about 100 schools, 51 practices, 58 pharmacies, 25 core
/// agencies and 26 charities.
/// </summary>
/// <param name="Staff">In each borough, in post today.</param>
/// <param name="OneInAgencies">One agency of each kind for so many; 1 for all of them.</param>
/// <param name="IsAged">Whether the portal has been in use there for six years.</param>
public sealed record Profile(string Name, int Boroughs, int Staff, int OneInAgencies = 1, bool IsAged = false)
{
    private const int HistoryInMonths = 72;
    private const int CoursesOffered = 40;
    private const int DatesAYear = 95;

    public static readonly IReadOnlyList<Profile> All =
        [new("borough", 1, 20_000), new("london", 32, 20_000), new("england", 300, 13_334), new("aged", 1, 20_000, IsAged: true)];

    /// <summary>Kinds of agency: how many of 260, people in each, and the shares that need levels 1 to 4, per cent.</summary>
    private static readonly (AgencyType Type, string Name, int Count, int People, int[] Mix)[] Kinds =
    [
        (AgencyType.Education, "School", 100, 70, [76, 18, 6, 0]),
        (AgencyType.Health, "Practice", 51, 12, [52, 46, 2, 0]),
        (AgencyType.Health, "Pharmacy", 58, 4, [100, 0, 0, 0]),
        (AgencyType.Council, "Council department", 6, 285, [33, 51, 16, 0]),
        (AgencyType.Health, "Health trust", 8, 610, [41, 55, 4, 0]),
        (AgencyType.Police, "Police unit", 1, 620, [10, 76, 14, 0]),
        (AgencyType.Fire, "Fire team", 1, 150, [80, 18, 2, 0]),
        (AgencyType.Probation, "Probation unit", 1, 65, [15, 62, 23, 0]),
        (AgencyType.Housing, "Housing association", 8, 160, [62, 35, 3, 0]),
        (AgencyType.Voluntary, "Charity", 20, 155, [72, 25, 3, 0]),
        (AgencyType.Specialist, "Specialist service", 6, 24, [12, 12, 12, 64]),
    ];

    internal BoroughSeed Borough(int number, BoroughSeed demo, FrameworkSeed framework, Dice dice)
    {
        var kinds = Kinds.Select(k => k with { Count = Math.Max(1, k.Count / OneInAgencies) }).ToList();
        var factor = (double)Staff / kinds.Sum(k => k.Count * k.People);
        var agencies = kinds.SelectMany(kind => Enumerable.Range(1, kind.Count), (kind, n) => (Kind: kind, Name: $"{kind.Name} {n}"))
            .Select((
                a, i) => Agency(
                    i + 1, number, a.Name, a.Kind.Type,
                    [.. a.Kind.Mix.Select(share => (int)Math.Round(a.Kind.People * factor * share / 100))], framework, dice))
            .ToList();
        return demo with
        {
            Partnership = new($"Safer Borough {number} Partnership", $"Borough {number}", $"borough-{number}.example"),
            Phases = [new(1, -HistoryInMonths), new(2, 4)],
            Agencies = agencies,
            LearnerAt = agencies[0].Name,
        };
    }

    /// <summary>The courses of the fictional borough over and over, with as many dates as a borough of this size has.</summary>
    internal static OffersSeed Offers(OffersSeed demo)
    {
        var offers = Enumerable.Range(0, CoursesOffered)
            .Select(n => (Seed: demo.Courses[n % demo.Courses.Count], Turn: n / demo.Courses.Count + 1)).ToList();
        var factor = DatesAYear * HistoryInMonths / 12.0 / offers.Sum(o => o.Seed.Past);
        return demo with
        {
            Courses =
            [
                .. offers.Select(o => o.Seed with
                {
                    Code = o.Turn == 1 ? o.Seed.Code : $"{o.Seed.Code}-{o.Turn}",
                    Title = o.Turn == 1 ? o.Seed.Title : $"{o.Seed.Title}, edition {o.Turn}",
                    Past = (int)Math.Round(o.Seed.Past * factor),
                })
            ],
        };
    }

    private static AgencySeed Agency(
        int number, int borough, string name, AgencyType type, int[] heads, FrameworkSeed framework, Dice dice) => new(
        number, name, type, Duty.Agreed, Phase: dice.Chance(90) ? 1 : 2, $"agency-{number}.borough-{borough}.example", Scale: 1, heads, "",
        Story(dice),
        [.. framework.Roles.Where(r => r.AgencyType == type && r.Level is { } level && heads[level - 1] > 0)
            .Select(r => new JobSeed(r.Code, 1, [r.Title]))]);

    /// <summary>Most agencies follow the standards, some in part, some not, and a few have let their staff list go stale.</summary>
    private static StorySeed Story(Dice dice)
    {
        var inDate = dice.Between(1, 10) switch { <= 6 => dice.Between(92, 100), <= 8 => dice.Between(76, 91), _ => dice.Between(30, 74) };
        return new StorySeed(
            dice.Chance(85) ? StrategyStory.InDate : dice.Pick(Enum.GetValues<StrategyStory>()), dice.Chance(70),
            InDate: Enumerable.Range(1, 4).ToDictionary(l => l, _ => (double)inDate),
            Lapsed: Enumerable.Range(1, 4).ToDictionary(l => l, _ => 5.0),
            StaffListConfirmedDaysAgo: dice.Chance(92) ? dice.Between(1, 80) : dice.Between(95, 300));
    }
}
