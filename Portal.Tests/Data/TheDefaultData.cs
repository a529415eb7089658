using System.Text.RegularExpressions;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public partial class TheDefaultData
{
    private static readonly SeedFiles Seeds = new(Repository.File("seeds"));

    public static TheoryData<FrameworkSeed> Frameworks => [Seeds.Framework, .. Seeds.OtherFrameworks];

    [Fact]
    public void Has_ten_strands_four_levels_and_thirty_two_statements()
    {
        Assert.Equal(10, Seeds.Strands.Count);
        Assert.Equal([1, 2, 3, 4], Seeds.Framework.Levels.Select(l => l.Number));
        Assert.Equal(32, Seeds.Framework.Levels.Sum(l => l.Competencies.Count));
        Assert.All(Seeds.Framework.Levels, l => Assert.Equal(8, l.Competencies.Count));
        Assert.InRange(Seeds.Framework.Roles.Count, 65, 200);
    }

    [Theory, MemberData(nameof(Frameworks))]
    public void Every_framework_refers_only_to_what_there_is(FrameworkSeed framework)
    {
        var strands = Seeds.Strands.Select(s => s.Code).Append("all").ToHashSet();
        Assert.All(framework.Roles, r => Assert.True(r.Level is null || framework.Levels.Any(l => l.Number == r.Level), r.Code));
        Assert.All(
            framework.Levels.SelectMany(l => l.Competencies),
            c => Assert.True(c.Strands.Count > 0 && c.Strands.All(strands.Contains), c.Code));
        Assert.Distinct(framework.Roles.Select(r => r.Code));
        Assert.Distinct(framework.Levels.Select(l => l.Number));
        Assert.Distinct(framework.Levels.Select(l => l.Code));
        Assert.Distinct(framework.Levels.SelectMany(l => l.Competencies).Select(c => c.Code));
        Assert.All(framework.Levels, l => Assert.False(l is { RequiresLower: true, StandAlone: true }, l.Code));
    }

    [Fact]
    public void Every_strand_is_named_by_a_statement_of_its_own() => Assert.All(Seeds.Strands, strand =>
        Assert.Contains(Seeds.Framework.Levels.SelectMany(l => l.Competencies), c => c.Strands.Contains(strand.Code)));

    [Fact]
    public void Has_twenty_standards_of_which_sixteen_are_in_force()
    {
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"S{n:00}"), Seeds.Standards.Select(s => s.Code));
        Assert.Equal(
            ["S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S11", "S12", "S13", "S14", "S15", "S16", "S17"],
            Seeds.Standards.Where(s => s.InForceFrom is not null).Select(s => s.Code));
        Assert.All(Seeds.Standards, s => Assert.Equal(s.InForceFrom is not null, s.Measure is not null));
        Assert.All(Seeds.Standards, s => Assert.InRange(s.ShortName.Length, 1, 24));
        Assert.All(Seeds.Standards, s => Assert.True(s.PartlyAt is null || s.PartlyAt < s.MetAt, s.Code));
        Assert.All(Seeds.Standards, s => Assert.StartsWith("http", s.Source.Url));
    }

    [Fact]
    public void Never_says_breach_and_never_shouts()
    {
        var texts = Seeds.Standards.SelectMany(s => new[] { s.Wording, s.Rule, s.Guidance, s.ClearedBy });
        Assert.All(texts, t => Assert.DoesNotMatch(Blame(), t));
        Assert.All(texts, t => Assert.EndsWith(".", t));
    }

    [Fact]
    public void Bodies_report_only_to_bodies()
    {
        var codes = Seeds.Bodies.Select(b => b.Code).ToList();
        Assert.All(Seeds.Bodies.SelectMany(b => b.ReportsTo), to => Assert.Contains(to, codes));
        Assert.Single(Seeds.Bodies, b => b.Kind == BodyKind.Partnership);
    }

    [Fact]
    public void The_borough_has_twenty_seven_agencies_whose_jobs_are_in_the_framework()
    {
        var roles = Seeds.Framework.Roles.ToDictionary(r => r.Code);
        Assert.Equal(Enumerable.Range(1, 27), Seeds.Borough.Agencies.Select(a => a.Number));
        Assert.Equal(9951, Seeds.Borough.Agencies.Sum(a => a.HeadsByLevel.Sum()));
        Assert.All(Seeds.Borough.Agencies, agency =>
        {
            Assert.All(agency.Jobs.Where(j => j.Role is not null), j => Assert.Equal(agency.Type, roles[j.Role!].AgencyType));
            Assert.Distinct(agency.Jobs.SelectMany(j => j.Titles));
            Assert.EndsWith(".example", agency.Domain);
            Assert.Equal(
                Enumerable.Range(1, 4).Where(l => agency.HeadsByLevel[l - 1] > 0),
                agency.Jobs.Where(j => j.Role is not null).Select(j => roles[j.Role!].Level!.Value).Distinct().Order());
        });
    }

    [GeneratedRegex(@"breach|\bfail|!|blame", RegexOptions.IgnoreCase)]
    private static partial Regex Blame();
}
