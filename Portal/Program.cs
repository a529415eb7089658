using Portal;
using Portal.Data;
using Portal.Web;

if (args is ["seed", .. var options])
{
    Environment.ExitCode = await SeedCommand.RunAsync(options);
    return;
}
if (args is ["administrator", .. var who])
{
    Environment.ExitCode = await AdministratorCommand.RunAsync(who);
    return;
}
if (args is ["job", .. var jobs])
{
    Environment.ExitCode = await JobCommand.RunAsync(jobs);
    return;
}
if (args is ["clock", .. var settings])
{
    Environment.ExitCode = await ClockCommand.RunAsync(settings);
    return;
}
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPortal(builder.Configuration, builder.Environment);
builder.Services.AddEdge(builder.Environment);

var app = builder.Build();
await app.Services.MigrateAsync(CancellationToken.None);
await app.Services.SeedAsync(borough: app.Environment.IsDevelopment() ? Greeting.Living : null, CancellationToken.None);
if (app.Environment.IsDevelopment()) app.Greet();
app.UseEdge();
app.MapStaticAssets().ShortCircuit();
app.MapHealth();
app.MapRazorPages().WithStaticAssets();
app.MapNowhere();
app.Run();

public sealed partial class Program;
