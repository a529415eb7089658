var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddMvcOptions(Portal.Web.PortalBinders.Add);
var app = builder.Build();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();
