using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>Counts what the database is asked.</summary>
internal sealed class CountingQuestions : DbCommandInterceptor
{
    public int Asked { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Asked++;
        return ValueTask.FromResult(result);
    }
}
