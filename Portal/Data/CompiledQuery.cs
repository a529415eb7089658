using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Data;

/// <summary>
/// A query that EF translates once and for all, for what is asked at every request: <c>new(() => EF.CompileAsyncQuery(…))</c>.
/// </summary>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : class
{
    // A compiled query belongs to one model, and each database has its own.
    private readonly ConditionalWeakTable<IModel, TQuery> compiled = [];

    public TQuery On(PortalDb db) => compiled.GetValue(db.Model, _ => compile());
}
