using Portal.Security;

namespace Portal.Features.Courses.Providers;

[Allow(Permission.EditProviders)]
public sealed class ProviderModel(ProviderView providers, Viewer viewer) : ProviderPageModel(providers, viewer);
