using System.Globalization;
using Portal;
using Portal.Commands;
using Portal.Data;
using Portal.Operations;
using Portal.Web;

// Words says what people read; this holds for the rest, on every thread of every way the portal starts.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = Words.British;
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = Words.British;

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
builder.Services.AddWeb(builder.Environment);

var app = builder.Build().CheckSettings();
var borough = app.Environment.IsDevelopment() ? Greeting.Living : (Action<DateOnly, int>?)null;
// The database is looked at while the pages are found: the two take nearly all of a start, and neither needs the other.
var ready = Task.Run(() => app.Services.MigrateAsync(
    () => app.Services.SeedAsync(borough, CancellationToken.None), CancellationToken.None));
app.UseWeb();
app.MapStaticAssets().ShortCircuit();
app.MapHealth();
app.MapJobDashboard();
app.MapRazorPages().WithStaticAssets();
app.MapNotFound();
await ready;
if (app.Environment.IsDevelopment()) app.Greet();
app.Run();

public sealed partial class Program;
