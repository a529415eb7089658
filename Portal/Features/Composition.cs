using Portal.Features.Imports.Applying;
using Portal.Features.Standards;
using Portal.Features.Standards.Measures;

namespace Portal.Features;

public static class Composition
{
    /// <summary>Adds every act, query and job of the features: the public classes with a public <c>RunAsync</c>.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        foreach (var type in typeof(Composition).Assembly.GetTypes())
            if (type is { IsClass: true, IsAbstract: false, IsPublic: true } && type.Namespace?.StartsWith("Portal.Features", StringComparison.Ordinal) == true && type.GetMethod("RunAsync") is not null)
            {
                services.AddScoped(type);
                if (type.IsAssignableTo(typeof(IMeasure))) services.AddScoped(s => (IMeasure)s.GetRequiredService(type));
            }
        return services.AddSingleton<ImportProgress>().AddSingleton<MatrixMemory>();
    }
}
