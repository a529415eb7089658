using Portal.Commands;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public class MakingThingsUp
{
    [Fact]
    public async Task Is_refused_in_a_database_with_a_real_partnership()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var real = new Partnership
        {
            Name = "A real partnership", ShortName = "RP", FrameworkCode = "NICE-BROMLEY", SupportEmail = "help@real.example"
        };
        db.Partnerships.Add(real);
        await db.SaveAsync(Viewer.System(real.Id), "Added the first partnership", default);

        var exit = await SeedCommand.RunAsync([
            "--profile", "demo", "--provider", $"{TestDatabase.Provider}", "--database", database.ConnectionString
        ]);

        Assert.Equal((1, 1, 0), (exit, db.Partnerships.Count(), db.Users.Count()));
    }
}
