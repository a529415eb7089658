using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Portal.Data.Names;

/// <summary>Teaches a context what the names of people are in its database.</summary>
internal sealed class NameTranslation<TPlugin> : IDbContextOptionsExtension where TPlugin : class, IMethodCallTranslatorPlugin
{
    public DbContextOptionsExtensionInfo Info => new Same(this);

    public void ApplyServices(IServiceCollection services) =>
        new EntityFrameworkRelationalServicesBuilder(services).TryAdd<IMethodCallTranslatorPlugin, TPlugin>();

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class Same(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => typeof(TPlugin).GetHashCode();

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is Same;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Names"] = typeof(TPlugin).Name;
    }
}

internal static class NameTranslationExtensions
{
    public static DbContextOptionsBuilder TranslateNames<TPlugin>(this DbContextOptionsBuilder db)
        where TPlugin : class, IMethodCallTranslatorPlugin
    {
        ((IDbContextOptionsBuilderInfrastructure)db).AddOrUpdateExtension(new NameTranslation<TPlugin>());
        return db;
    }
}
