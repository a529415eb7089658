using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>
/// Whatever an operator sets wrongly stops the portal before it opens anything, with a sentence that names the setting. Every
/// record of settings is found here by itself; what may be any text needs a line that says what is wrong with it all the same.
/// </summary>
public sealed class SettingUp
{
    private const string Address = "https://portal.example/";
    private const string NoDatabase = "Data Source=/nowhere/portal.db";

    /// <summary>Texts are right whatever they say, but for these.</summary>
    private static readonly Dictionary<string, string> WrongTexts = new()
    {
        ["Portal:Address"] = "training.example.org",
        ["Database:ConnectionString"] = "nonsense",
        ["Mail:Host"] = "mail.example.org", // and the sender is still the placeholder's
        ["Mail:UserName"] = "portal", ["Mail:Password"] = "secret",
        ["Mail:TokenAddress"] = "http://login.example.org/", ["Mail:ClientId"] = "1", ["Mail:ClientSecret"] = "2",
        ["Mail:AuthorityFile"] = "/nowhere/ca.pem",
        ["Mail:DkimKeyFile"] = "/nowhere/key.pem", ["Mail:DkimSelector"] = "portal", ["Mail:DkimDomain"] = "example.org",
    };

    /// <summary>What may stand in a configuration, as an operator writes it.</summary>
    internal static IEnumerable<(string Setting, PropertyInfo Property)> Settings =>
        from type in typeof(Program).Assembly.GetTypes()
        where type.IsAssignableTo(typeof(ISettings)) && type.IsClass
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        select ($"{type.GetProperty("Section")!.GetValue(null)}:{property.Name}", property);

    public static TheoryData<string, string> Wrong =>
        [.. Settings.SelectMany(s => WrongOnes(s.Setting, s.Property).Select(w => (s.Setting, w)))];

    [Fact]
    public void Every_setting_has_something_that_is_wrong_for_it() => Assert.Equal(
        Settings.Select(s => s.Setting).Order(), Wrong.Select(w => w.Data.Item1).Distinct().Order());

    [Fact]
    public void Every_record_of_settings_is_bound_as_all_are()
    {
        var named = typeof(Program).Assembly.GetTypes().Where(t => !t.IsNested && t.Name.EndsWith("Options", StringComparison.Ordinal)
            && !t.IsAssignableTo(typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase)));
        Assert.Equal(named.Select(t => t.Name).Order(), Settings.Select(s => s.Property.DeclaringType!.Name).Distinct().Order());
        var reading = Repository.Sources("Portal", ".cs")
            .Where(f => File.ReadAllText(Repository.File(f)).Contains("GetSection(", StringComparison.Ordinal));
        Assert.Equal(["Portal/Settings.cs"], reading);
    }

    [Theory, MemberData(nameof(Wrong))]
    public void Stops_the_pages(string setting, string value)
    {
        using var program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSolutionRelativeContentRoot("")
            .UseEnvironment("Production").UseSetting("Portal:Address", Address).UseSetting("Database:ConnectionString", NoDatabase)
            .UseSetting(setting, value));
        IsRefused(setting, () => _ = program.Services);
    }

    [Theory, MemberData(nameof(Wrong))]
    public void Stops_a_command(string setting, string value) =>
        IsRefused(setting, () => Composition.ForCommand([$"--Portal:Address={Address}", $"--{setting}={value}"], []).Dispose());

    [Fact]
    public void Asks_in_Production_where_people_reach_it()
    {
        var no = Assert.ThrowsAny<Exception>(() => Composition.ForCommand([], [], Environments.Production));
        Assert.Equal("Portal:Address must say where people reach the portal, such as https://training.example.org/", no.Message);
        using var host = Composition.ForCommand([], [], Environments.Development);
        Assert.NotNull(host);
    }

    /// <summary>As whoever starts it sees it: nothing is made, and nothing else is said.</summary>
    [Theory]
    [InlineData(""), InlineData("job SendOutboxJob"), InlineData("clock"), InlineData("seed --profile demo")]
    [InlineData("administrator --email a@example.org --name A")]
    public async Task Ends_a_process_with_the_sentences_alone(string command)
    {
        var (code, said) = await StartAsync($"{command} --Portal:Address={Address} --Storage:AgencyMegabytes=0 --Jobs:TakeOverSeconds=1");
        Assert.Equal(1, code);
        Assert.Equal(
            [
                "The field Jobs:TakeOverSeconds must be between 5 and 3600.",
                "The field Storage:AgencyMegabytes must be between 1 and 1000000."
            ],
            said.Trim().Split('\n').Order());
    }

    private static void IsRefused(string setting, Action start)
    {
        var no = Assert.ThrowsAny<Exception>(start);
        // Whose password it is has to be said first.
        Assert.Contains(setting == "Mail:Password" ? "Mail:UserName" : setting, no.Message);
        Assert.DoesNotContain('\n', no.Message);
    }

    private static async Task<(int Code, string Said)> StartAsync(string arguments)
    {
        var folder = Directory.CreateTempSubdirectory("portal-settings-");
        var start = new ProcessStartInfo("dotnet", $"{Path.Combine(AppContext.BaseDirectory, "Portal.dll")} {arguments}")
        {
            WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Production", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal("", await said);
        Assert.Empty(folder.GetFileSystemInfos());
        folder.Delete();
        return (process.ExitCode, await wrong);
    }

    private static IEnumerable<string> WrongOnes(string setting, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(int)) yield return "many";
        if (type == typeof(bool)) yield return "perhaps";
        if (type.IsEnum) foreach (var word in new[] { "Neither", "7" }) yield return word;
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
            foreach (var number in new[] { (int)range.Minimum - 1, (int)range.Maximum + 1 }) yield return $"{number}";
        if (property.IsDefined(typeof(RequiredAttribute))) yield return "";
        if (property.IsDefined(typeof(EmailAddressAttribute))) yield return "nobody";
        if (WrongTexts.TryGetValue(setting, out var text)) yield return text;
    }
}
