using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>
/// What EF has compiled, once for the whole run. Of itself it keeps a thousand queries and then forgets; the tests ask more, and to
/// compile one takes longer than most take to run.
/// </summary>
internal static class CompiledQueries
{
    private static readonly MemoryCache Kept = new(new MemoryCacheOptions());

    /// <summary>The portal's contexts find there what others compiled.</summary>
    public static IServiceCollection ShareCompiledQueries(this IServiceCollection services) => services
        .ConfigureDbContext<SqlitePortalDb>(Share).ConfigureDbContext<PostgresPortalDb>(Share);

    public static void Share(DbContextOptionsBuilder db) => db.UseMemoryCache(Kept);
}
