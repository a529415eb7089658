using Portal;
using Portal.Data;
using Portal.Features;
using Portal.Jobs;
using Portal.Mail;
using Portal.Security;
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
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System).AddSingleton<UkClock>();
builder.Services.AddPortalDatabase(builder.Configuration);
builder.Services.AddMail(builder.Configuration);
builder.Services.AddFeatures().AddSeeding(builder.Configuration);
builder.Services.AddDoor(builder.Configuration, builder.Environment);
builder.Services.AddEdge(builder.Environment);
builder.Services.AddJobs(builder.Configuration, Schedule.Jobs);

var app = builder.Build();
await app.Services.MigrateAsync(CancellationToken.None);
await app.Services.SeedAsync(borough: app.Environment.IsDevelopment(), CancellationToken.None);
app.UseEdge();
app.MapStaticAssets().ShortCircuit();
app.MapHealth();
app.MapRazorPages().WithStaticAssets();
app.Run();

public sealed partial class Program;
