using Portal;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features;
using Portal.Mail;
using Portal.Security;
using Portal.Web;

if (args is ["seed", .. var options])
{
    await SeedCommand.RunAsync(options);
    return;
}
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System).AddSingleton<UkClock>();
builder.Services.AddPortalDatabase(builder.Configuration);
builder.Services.AddScoped<IRenderMail, MailRenderer>();
builder.Services.AddFeatures().AddSeeding(builder.Configuration);
builder.Services.AddDoor(builder.Environment);
builder.Services.AddEdge(builder.Environment);

var app = builder.Build();
await app.Services.MigrateAsync(CancellationToken.None);
await app.Services.SeedAsync(borough: app.Environment.IsDevelopment(), CancellationToken.None);
app.UseEdge();
app.MapStaticAssets().ShortCircuit();
app.MapRazorPages().WithStaticAssets();
app.Run();

public sealed partial class Program;
