using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features;
using Portal.Mail;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System).AddSingleton<UkClock>();
builder.Services.AddPortalDatabase(builder.Configuration);
builder.Services.AddScoped<IRenderMail, MailRenderer>();
builder.Services.AddFeatures();
builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features");

var app = builder.Build();
await app.Services.MigrateAsync(CancellationToken.None);
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();

public sealed partial class Program;
