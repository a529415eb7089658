using Portal.Data.Audit;
using Portal.Features.Agencies;
using Portal.Features.Courses.Providers;
using Portal.Features.Framework;
using Portal.Features.Funding;
using Portal.Features.Hubs;
using Portal.Features.Imports.Applying;
using Portal.Features.Staff.People;
using Portal.Features.Standards;
using Portal.Features.Standards.Measures;

namespace Portal.Features;

public static class Composition
{
    /// <summary>What rooms contribute to a page or a calculation that knows none of them.</summary>
    private static readonly Type[] Contributed =
    [
        typeof(ITasks), typeof(IHomePanel), typeof(IAgencyPanel), typeof(IPanelAbout<PersonView.Details>),
        typeof(IPanelAbout<FrameworkPart>), typeof(IPanelAbout<MeetingShown>), typeof(IPanelAbout<ProviderView.Details>),
        typeof(IFiling), typeof(INameRows), typeof(IMeasure), typeof(IFind), typeof(INameCommitments),
    ];

    /// <summary>Adds every act, query and job of the features: the public classes with a public <c>RunAsync</c>.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        foreach (var type in typeof(Composition).Assembly.GetTypes().Where(IsRun))
        {
            services.AddScoped(type);
            foreach (var part in Contributed.Where(type.IsAssignableTo)) services.AddScoped(part, s => s.GetRequiredService(type));
        }
        return services.AddSingleton<ImportProgress>().AddSingleton<KeptAnswers>();
    }

    private static bool IsRun(Type type) => type is { IsClass: true, IsAbstract: false, IsPublic: true }
        && type.Namespace?.StartsWith("Portal.Features", StringComparison.Ordinal) == true && type.GetMethod("RunAsync") is not null;
}
