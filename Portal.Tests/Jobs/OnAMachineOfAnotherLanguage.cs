using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Jobs;
using Portal.Tests.Support;

namespace Portal.Tests.Jobs;

/// <summary>The portal as a process of its own, started where the machine speaks another language.</summary>
public sealed class OnAMachineOfAnotherLanguage
{
    [Theory, InlineData("de_DE.UTF-8"), InlineData("tr_TR.UTF-8")]
    public async Task A_command_says_days_as_people_here_do(string language)
    {
        await using var database = await TestDatabase.CreateAsync();
        var borough = await SmallBorough.InAsync(database);
        await using (var db = database.Open())
        {
            await db.BelievedClocks.ExecuteDeleteAsync();
            db.Add(new BelievedClock { At = new(2099, 3, 5, 10, 0, 0, DateTimeKind.Utc) });
            await db.SaveAsync(Viewer.System(borough.Partnership.Id), "Prepared a test", default);
        }
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Portal.dll"), "clock",
            "--Portal:Address=https://portal.example/", $"--Mail:Folder={Path.GetTempPath()}",
            $"--Database:Provider={TestDatabase.Provider}", $"--Database:ConnectionString={database.ConnectionString}",
        ])
        {
            WorkingDirectory = Repository.Root, RedirectStandardError = true, RedirectStandardOutput = true,
            Environment = { ["LANG"] = language, ["LC_ALL"] = language, ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        using var portal = Process.Start(start)!;
        var said = await portal.StandardError.ReadToEndAsync();
        await portal.WaitForExitAsync();
        Assert.Contains("5 March 2099, 10:00", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_thread_of_the_portal_has_the_culture_of_what_it_says()
    {
        await using var app = await PortalApp.CreateAsync();
        await app.Visitor().Open("/Account/SignIn");
        Assert.Equal(Words.British, CultureInfo.DefaultThreadCurrentCulture);
        Assert.Equal(Words.British, CultureInfo.DefaultThreadCurrentUICulture);
    }
}
