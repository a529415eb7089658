using System.Runtime.CompilerServices;

namespace Portal.Tests.Support;

/// <summary>A test that means something on PostgreSQL alone; reported as skipped on SQLite.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        Skip = "Only on PostgreSQL: run ./test.sh postgres";
        SkipType = typeof(TestDatabase);
        SkipUnless = nameof(TestDatabase.OnPostgres);
    }
}
