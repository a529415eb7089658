var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features");
var app = builder.Build();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();
