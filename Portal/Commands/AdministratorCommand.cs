using System.Globalization;
using Portal.Data;
using Portal.Security;

namespace Portal.Commands;

/// <summary><c>dotnet run --project Portal -- administrator --email … --name … [--partnership "…" --short-name …]</c></summary>
public static class AdministratorCommand
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--email"] = "Email",
        ["--name"] = "Name",
        ["--partnership"] = "Partnership:Name",
        ["--short-name"] = "Partnership:ShortName",
        ["--support-email"] = "Partnership:SupportEmail",
    };

    public static async Task<int> RunAsync(string[] args)
    {
        using var host = Composition.ForCommand(args, Switches);
        var said = host.Services.GetRequiredService<IConfiguration>();
        if (said["Email"] is not { Length: > 0 } email || said["Name"] is not { Length: > 0 } name)
        {
            Console.Error.WriteLine("Say who it is: administrator --email someone@example.org --name \"Their name\"");
            return 1;
        }
        await host.Services.MigrateAsync(() => host.Services.SeedAsync(borough: null, CancellationToken.None), CancellationToken.None);
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            var link = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().RunAsync(email, name, CancellationToken.None);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is system administrator once they open this link and choose a password. It works once:\n\n  {link}\n"));
            return 0;
        }
        catch (Refused no)
        {
            Console.Error.WriteLine(no.Message);
            return 1;
        }
    }
}
